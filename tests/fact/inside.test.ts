import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Inside } from '../../src/fact/inside.ts'

const stretches = fc.array(
  fc.tuple(fc.nat(30), fc.nat(12)).map(([start, width]) => ({ start, end: start + width + 1 })),
  { maxLength: 12 },
)

test('the innermost stretch is the one that a look at all of them finds', () => {
  fc.assert(
    fc.property(stretches, fc.nat(45), fc.nat(3), (all, place, left) => {
      const fits = ({ start }: { start: number }) => start % 4 !== left
      const around = all.filter((one) => one.start <= place && place < one.end && fits(one))
      const width = Math.min(...around.map(({ start, end }) => end - start))
      const expected = around.find(({ start, end }) => end - start === width)
      expect(new Inside(all, (one) => one).innermost(place, fits)).toBe(expected)
    }),
  )
})

test('a span is covered where one stretch holds all of it', () => {
  fc.assert(
    fc.property(stretches, fc.nat(40), fc.nat(6), (all, start, width) => {
      const span = { start, end: start + width + 1 }
      const expected = all.some((one) => one.start <= span.start && span.end <= one.end)
      expect(new Inside(all, (one) => one).covers(span)).toBe(expected)
    }),
  )
})
