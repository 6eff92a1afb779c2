import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Value } from '../../src/doc/value.ts'
import { KINDS } from '../../src/value/kinds.ts'
import { valuesIn } from './documents.ts'

const PIECES =
  'one two twenty hundred thousand million half a an the of and to from between or per cent percent % $ € £ ¥ Rs R US$ A$ yuan dollars cents pounds km miles ° C years year old days ago May March Monday Friday July first second third quarter last next this past week month every daily today yesterday noon a.m. p.m. : - – / . , ( ) ; # @ No. 1 2 3 5 12 31 99 100 2019 1999 2022 1,000 1.5 3-1 0 000 + ~ nearly about more than at least up ½ COVID-19 people others'.split(
    ' ',
  )
const SEED = 20260101

function sound(text: string): void {
  let end = 0
  valuesIn(text).forEach((value, i) => {
    expect(Value.safeParse(value).success).toBe(true)
    expect(value.id).toBe(`V${i + 1}`)
    expect(value.text).toBe(text.slice(value.start, value.end))
    expect(value.start).toBeGreaterThanOrEqual(end)
    expect(value.text.trim()).toBe(value.text)
    for (const number of [value.number, value.numberTo]) if (number !== undefined) expect(number).not.toBeNaN()
    if (value.from !== undefined && value.to !== undefined) expect(value.from <= value.to).toBe(true)
    end = value.end
  })
}

test('any text: no throw, spans exact, in order, apart', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), sound), { numRuns: 500, seed: SEED })
})

test('words of values in any order', () => {
  const text = fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', '', '-', '\u00a0')), {
    maxLength: 40,
  })
  const joined = text.map((pieces) => pieces.flat().join(''))
  fc.assert(fc.property(joined, sound), { numRuns: 3000, seed: SEED })
})

describe.each(KINDS.map(({ name, examples }) => [name, examples] as const))('%s', (_, examples) => {
  test('its examples cut and doubled anywhere', () => {
    const cut = fc.tuple(fc.constantFrom(...examples.map(([text]) => text)), fc.nat(80), fc.nat(80))
    const text = cut.map(([text, a, b]) => text.slice(0, a % text.length) + text.slice(b % text.length))
    fc.assert(fc.property(text, sound), { numRuns: 100, seed: SEED })
  })
})

test.each([
  ['digits', '1'],
  ['commas', ','],
  ['digits and commas', '1,'],
  ['grouped digits', '123,'],
  ['brackets', '('],
  ['spaced digits', '1 '],
  ['spaced groups', '000 '],
  ['dashes', '1-'],
  ['number words', 'hundred thousand '],
  ['ands', 'one hundred and '],
  ['dates', 'May 5 to '],
  ['slashes', '1/'],
  ['points', '1.'],
  ['money', '$1-'],
  ['of', 'tens of '],
  ['letters with points', 'a.'],
  ['glued signs', '@a'],
])('time is linear: %s', (_, piece) => {
  const time = (length: number): number => {
    const text = piece.repeat(Math.ceil(length / piece.length))
    let best = Number.POSITIVE_INFINITY
    for (let run = 0; run < 3; run++) {
      const began = performance.now()
      valuesIn(text)
      best = Math.min(best, performance.now() - began)
    }
    return best
  }
  time(1000)
  const short = time(25_000)
  const long = time(100_000)
  // Four times the text may take no more than a dozen times as long, on a busy machine; squared it would be sixteen.
  expect(long).toBeLessThan(Math.max(150, short * 12))
})
