import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lanesOf, segmentsOf } from '../../src/sheet/highlight.ts'

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

test('what is nested or overlaps lies in another lane', () => {
  const spans = [
    { start: 9, end: 17 },
    { start: 0, end: 17 },
    { start: 12, end: 20 },
    { start: 30, end: 31 },
  ]
  expect(lanesOf(spans)).toEqual([1, 0, 2, 0])
})

test('the pieces of twenty thousand words are cut in no time', () => {
  const spans = Array.from({ length: 20_000 }, (_, i) => ({ start: i * 6, end: i * 6 + 12, mark: i }))
  expect(segmentsOf({ start: 0, end: 120_006 }, spans)).toHaveLength(20_001)
}, 2_000)
