import fc from 'fast-check'
import { expect, test } from 'vitest'
import { segmentsOf } from '../../src/cli/segments.ts'

test('stretches are cut where a span begins or ends', () => {
  const marks = [
    { start: 0, end: 4, mark: 'a' },
    { start: 2, end: 9, mark: 'b' },
  ]
  expect(segmentsOf({ start: 1, end: 6 }, marks)).toEqual([
    { start: 1, end: 2, marks: ['a'] },
    { start: 2, end: 4, marks: ['a', 'b'] },
    { start: 4, end: 6, marks: ['b'] },
  ])
})

test('segments tile the stretch, and each holds what covers it', () => {
  const span = fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }))
    .map(([start, width]) => ({ start, end: start + width }))
  fc.assert(
    fc.property(span, fc.array(span), (within, spans) => {
      const marked = spans.map((one, mark) => ({ ...one, mark }))
      const segments = segmentsOf(within, marked)
      expect(segments[0]!.start).toBe(within.start)
      expect(segments.at(-1)!.end).toBe(within.end)
      segments.forEach(({ start, end, marks }, i) => {
        if (i > 0) expect(start).toBe(segments[i - 1]!.end)
        for (let at = start; at < end; at++) {
          expect(marks).toEqual(marked.filter((one) => one.start <= at && at < one.end).map(({ mark }) => mark))
        }
      })
    }),
  )
})
