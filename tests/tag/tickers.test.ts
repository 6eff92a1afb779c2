import { expect, test } from 'vitest'
import { nameMention } from '../../src/doc/entity.ts'
import { withoutTickers } from '../../src/tag/tickers.ts'

const read = (text: string, ...names: string[]): string[] =>
  withoutTickers(
    names.map((name) => {
      const start = text.indexOf(name)
      const end = start + name.length
      return nameMention({ start, end }, 'organization', undefined, { source: 'model', score: 0.9 })
    }),
    text,
  ).map(({ start, end }) => text.slice(start, end))

test.each<[string, string[], string[]]>([
  ['Acme Steel Co <ACM.L> said so.', ['Acme Steel Co', 'ACM'], ['Acme Steel Co']],
  ['Acme Steel Co <ACM.L> said so.', ['Acme Steel Co', 'L'], ['Acme Steel Co']],
  ['ACME STEEL <ACM> RISES', ['ACME STEEL <ACM>'], ['ACME STEEL']],
  ['The unit <Acme Steel Ltd> said so.', ['Acme Steel Ltd'], ['Acme Steel Ltd']],
  ['It is < 5 for ACME', ['ACME'], ['ACME']],
  ['ACME fell', ['ACME'], ['ACME']],
])('%s', (text, names, wanted) => {
  expect(read(text, ...names)).toEqual(wanted)
})
