import { expect, test } from 'vitest'
import { gatherNames } from '../../src/refer/gather.ts'
import { findRepeats } from '../../src/refer/repeats.ts'
import { trimName } from '../../src/refer/trim.ts'
import { knowledge, marked } from './marked.ts'

/** Every thing as `type name = its other forms`, in the order of the text. */
function things(written: string): string[] {
  const { tokens, mentions } = marked(written)
  const named = mentions.flatMap((mention) => trimName(mention, tokens, knowledge) ?? [])
  const all = [...named, ...findRepeats(named, tokens)].sort((a, b) => a.start - b.start)
  return gatherNames(all, tokens, knowledge)
    .sort((a, b) => a.names[0]!.start - b.names[0]!.start)
    .map(({ type, name, names }) => {
      const others = [...new Set(names.map(({ form }) => form))].filter((form) => form !== name)
      return `${type} ${name}${others.length > 0 ? ` = ${others.join(' | ')}` : ''}`
    })
}

const CASES: [what: string, text: string, things: string[]][] = [
  [
    'a legal form is dropped',
    'O[Norvik Group Holding Ltd] grew. O[Norvik] sells fish.',
    ['organization Norvik Group Holding Ltd = Norvik'],
  ],
  [
    'an acronym in brackets, then alone',
    'The O[Lake Fisheries Authority] (O[LFA]) met. O[LFA] agreed.',
    ['organization Lake Fisheries Authority = LFA'],
  ],
  [
    'an acronym that nobody states',
    'The O[Lake Fisheries Authority] met. Later the O[LFA] agreed.',
    ['organization Lake Fisheries Authority = LFA'],
  ],
  [
    'an acronym of other letters, stated',
    'The O[Rural Credit Bank of Borland] (O[BanRural]) opened.',
    ['organization Rural Credit Bank of Borland = BanRural'],
  ],
  [
    'the code of an airport is not its city',
    'Flights to L[Port Ellis] (L[PEX]) fell.',
    ['place Port Ellis', 'place PEX'],
  ],
  [
    'a party in brackets is not the person',
    'P[Ann Lee] (O[Green Party]) won.',
    ['person Ann Lee', 'organization Green Party'],
  ],
  ['a Chinese surname stands first', 'P[Deng Wenhua] spoke. P[Deng] left.', ['person Deng Wenhua = Deng']],
  ['a surname stands last', 'P[Oskar Brandt] spoke. Mr P[Brandt] left.', ['person Oskar Brandt = Brandt']],
  [
    'two Spanish surnames',
    'P[Lucía Ferrer Molina] spoke. P[Ferrer] left, P[Ferrer Molina] said.',
    ['person Lucía Ferrer Molina = Ferrer | Ferrer Molina'],
  ],
  [
    'particles of a surname',
    'P[Pieter van der Velde] and P[Samir al-Rashid] met. P[Van der Velde] and P[Rashid] agreed.',
    ['person Pieter van der Velde = Van der Velde', 'person Samir al-Rashid = Rashid'],
  ],
  ['initials of a given name', 'P[K. R. Nathan] spoke. P[Nathan] left.', ['person K. R. Nathan = Nathan']],
  [
    'titles tell two people of one surname apart',
    'Mr P[Ivo Marek] and Mrs P[Dana Marek] came. Mrs P[Marek] spoke.',
    ['person Ivo Marek', 'person Dana Marek = Marek'],
  ],
  ['two people of one surname are two', 'P[Ivo Marek] met P[Jan Marek].', ['person Ivo Marek', 'person Jan Marek']],
  ['a title is no part of a name', 'P[President Olga Ruiz] spoke. P[Mrs Ruiz] left.', ['person Olga Ruiz = Ruiz']],
  [
    'a bank is not its country',
    'The O[Bank of Canada] met in L[Canada].',
    ['organization Bank of Canada', 'place Canada'],
  ],
  [
    'a company is not the country it begins with',
    'O[Chile Copper] left L[Chile].',
    ['organization Chile Copper', 'place Chile'],
  ],
  [
    'the names of a country are one',
    'L[Britain], or the L[UK], left. The L[United Kingdom] stayed.',
    ['place United Kingdom = Britain | UK'],
  ],
  [
    'a people is not its country',
    'G[Peruvians] left L[Peru]. A G[Peruvian] stayed.',
    ['group Peruvians = Peruvian', 'place Peru'],
  ],
  [
    'the head of a name alone, with a capital',
    'The O[Harbour Safety Commission] met. The O[Commission] agreed.',
    ['organization Harbour Safety Commission = Commission'],
  ],
  [
    'one thing has one type',
    'O[Quickpay] grew. R[Quickpay] is used by O[Quickpay] and its shops.',
    ['organization Quickpay'],
  ],
  [
    'a legal form tells what a short form is, whatever the tagger takes it for',
    'O[Norvik Power Ltd] grew. L[Norvik] sells it. L[Norvik] fell.',
    ['organization Norvik Power Ltd = Norvik'],
  ],
  [
    'a town is not the company that is named for it',
    'O[Berlin Power Ltd] grew. L[Berlin] sells it.',
    ['organization Berlin Power Ltd', 'place Berlin'],
  ],
  [
    'a state is not the company that is named for it',
    'O[Utah Power Ltd] grew. L[Utah] buys it. L[Utah] waits.',
    ['organization Utah Power Ltd', 'place Utah'],
  ],
  [
    'what the tagger missed is found again',
    'P[Deng Wenhua] of O[Norvik] spoke. Then Norvik paid Deng Wenhua’s fee.',
    ['person Deng Wenhua', 'organization Norvik'],
  ],
  [
    'another name in the text',
    'O[Norvik], formerly known as O[Halvor Fisk], grew.',
    ['organization Halvor Fisk = Norvik'],
  ],
]

test.each(CASES)('%s', (_, text, expected) => {
  expect(things(text)).toEqual(expected)
})

test('a repeated name is found where no mention covers it, but not inside another name', () => {
  const { tokens, mentions } = marked('O[Norvik] grew. Norvik fell. Norvik Street is long.')
  const named = mentions.flatMap((mention) => trimName(mention, tokens, knowledge) ?? [])
  expect(findRepeats(named, tokens).map(({ start }) => start)).toEqual([13])
})
