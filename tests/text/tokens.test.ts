import { expect, test } from 'vitest'
import { wordsOf } from './read-text.ts'

test.each([
  // Names with a stop, addresses, handles.
  ['Ele.me and ChinaDaily.com grew.', 'Ele.me|and|ChinaDaily.com|grew|.'],
  ['Ele.me’s sales and www.example.com/a’s.', 'Ele.me|’s|sales|and|www.example.com/a’s|.'],
  [
    'See https://example.org/a_(b)?q=1, then www.example.com.',
    'See|https://example.org/a_(b)?q=1|,|then|www.example.com|.',
  ],
  ['Write to jo.doe+news@example.co.uk.', 'Write|to|jo.doe+news@example.co.uk|.'],
  ['@factwire likes #OpenData, #1', '@factwire|likes|#OpenData|,|#|1'],
  // A sentence that begins without a blank is no domain.
  ['It rained.Then it stopped.', 'It|rained|.|Then|it|stopped|.'],
  ['We met again.In May we left', 'We|met|again|.|In|May|we|left'],
  // Abbreviations.
  ['The U.S. and S.Korea met Dr.Kim', 'The|U.S.|and|S.|Korea|met|Dr.|Kim'],
  ['He has a Ph.D. in law', 'He|has|a|Ph.D.|in|law'],
  ['No. 5 said no. She left', 'No.|5|said|no|.|She|left'],
  ['On Sun., Aug. 5, the sun. It rose', 'On|Sun.|,|Aug.|5|,|the|sun|.|It|rose'],
  ['J. K. Lee and J.K.Lee', 'J.|K.|Lee|and|J.K.|Lee'],
  ['cakes, tea, etc... and so', 'cakes|,|tea|,|etc|...|and|so'],
  // Numbers with signs and units.
  ['9.30am to 5 p.m.', '9.30|am|to|5|p.m.'],
  ['RM1.2mil, Rs.500, Rs500, R120 000, R5m', 'RM|1.2|mil|,|Rs.|500|,|Rs|500|,|R|120|000|,|R|5|m'],
  ['US$9.1 A$5 NT$1.2tn €3bn £4.5m $7', 'US$|9.1|A$|5|NT$|1.2|tn|€|3|bn|£|4.5|m|$|7'],
  ['1,234.5 1,00,000 10:30 9/11 2018-08-23 555-0199 .5', '1,234.5|1,00,000|10:30|9/11|2018-08-23|555-0199|.5'],
  ['5-6 goals, 50%, 1990s, 1980’s, 3rd, 3D, 30°C', '5|-|6|goals|,|50|%|,|1990s|,|1980’s|,|3rd|,|3D|,|30|°C'],
  ['N95 masks, N400bn, A320', 'N95|masks|,|N|400|bn|,|A320'],
  // Hyphens, dashes, slashes.
  ['Seoul-based, year-on-year, 47-year-old', 'Seoul|-|based|,|year|-|on|-|year|,|47|-|year|-|old'],
  ['a co-founder of pro-Beijing e-mail', 'a|co-founder|of|pro|-|Beijing|e-mail'],
  ['rain—snow – hail -- fog', 'rain|—|snow|–|hail|--|fog'],
  ['and/or w/o AT&T R&D tea&milk', 'and|/|or|w/o|AT&T|R&D|tea|&|milk'],
  // Apostrophes and quotation marks.
  ['Alibaba’s didn’t can’t O’Brien', 'Alibaba|’s|did|n’t|ca|n’t|O’Brien'],
  ["workers' I'm they'll we've cannot", "workers|'|I|'m|they|'ll|we|'ve|can|not"],
  ['"Yes," he said. “No”', '"|Yes|,|"|he|said|.|“|No|”'],
  // What does not print, and what stands for feelings.
  ['co\u00adoperate\u200bnow\u00a0then', 'co\u00adoperate|now|then'],
  ['Wow!!! Really?! 👩‍👩‍👧🇩🇪👍🏽 :-)', 'Wow|!!!|Really|?!|👩‍👩‍👧|🇩🇪|👍🏽|:-)'],
  ['cafe\u0301 שלום 中文', 'cafe\u0301|שלום|中文'],
])('%s', (text, expected) => expect(wordsOf(text).join('|')).toBe(expected))
