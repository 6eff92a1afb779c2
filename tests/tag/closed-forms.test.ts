import { expect, test } from 'vitest'
import { sentences, tokens } from '../../src/doc/layers.ts'
import { composePipeline } from '../../src/pipeline/load.ts'
import { bracketedAcronyms, classedNames, domainNames, exclaimedNames } from '../../src/tag/closed-forms.ts'
import { readClassNouns } from '../../src/tag/context.ts'
import { plainArticle } from '../articles.ts'

const { annotate } = await composePipeline('news', { until: new Set(['sentences']) })

const NOUNS = readClassNouns([{ noun: 'chain', type: 'organization', subtype: 'company', side: 'both' }])

function found(text: string): string[] {
  const document = annotate(plainArticle(text))
  const read = [document.get(tokens), document.get(sentences)] as const
  return [domainNames, bracketedAcronyms, exclaimedNames, classedNames]
    .flatMap((find) => find(...read, NOUNS))
    .map(({ start, end }) => text.slice(start, end))
}

test.each([
  ['Shares of Meals.me rose, and Rooms.com fell.', ['Meals.me', 'Rooms.com']],
  ['The Northern Fruit Board (NFB) met.', ['NFB']],
  ['The Bureau of Public Works (BPW) met.', ['BPW']],
  ['Profits of Zap! doubled, and so did those of Big Wow! again.', ['Zap!', 'Big Wow!']],
  ['Zap! he cried. “Help! come here,” and then a Stop! And more.', []],
  ['It sold its Zed Fresh supermarket chain and the Oslo chain.', ['Zed Fresh']],
  ['Write to Anna@Rooms.com or see https://www.Rooms.com/list today.', []],
  ['He left.In the morning it rained (BBQ).', []],
  ['The Northern Fruit Board (USA) met.', []],
])('%s', (text, names) => expect(found(text)).toEqual(names))
