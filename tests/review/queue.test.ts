import { expect, test } from 'vitest'
import { archiveOf } from '../../src/review/archive.ts'
import { InvertedBuilder, rangeOf } from '../../src/review/inverted.ts'
import { findNames, findSheets, type Query, rowsWithName } from '../../src/review/queue.ts'
import type { SheetFiles } from '../../src/review/sheet-files.ts'
import { indexSheets } from '../../src/review/sheet-index.ts'
import { newsroom } from './news.ts'

const sheets = newsroom()
const files: Pick<SheetFiles, 'walk'> = {
  *walk() {
    for (const sheet of sheets) yield { sheet, place: { file: 0, offset: 0, length: 0 } }
  },
}
const index = indexSheets(files as SheetFiles)
const found = (query: Query, statuses = new Map()) => findSheets(index, query, statuses).rows.map(({ id }) => id)

test('words are found in text, names and glosses, by their beginning, whatever their case', () => {
  expect(found({ text: 'FJORD' })).toEqual(['harbour'])
  expect(found({ text: 'norrland kronor' }).sort()).toEqual(['harbour', 'results'])
  expect(found({ text: 'kronor absent' })).toEqual([])
  expect(found({ text: 'שלום' })).toEqual(['scripts'])
  expect(found({ entity: 'berg' })).toEqual(['harbour'])
  expect(found({ entity: 'revenue' })).toEqual([])
})

test('filters hold together', () => {
  expect(found({ type: 'metric.level' }).sort()).toEqual(['harbour', 'results'])
  expect(found({ type: 'metric.level', section: 'Markets' })).toEqual(['results'])
  expect(found({ from: '2024-04-01', to: '2024-05-01', order: 'oldest' })).toEqual(['results', 'scripts'])
  expect(found({ to: '2024-03' })).toEqual(['harbour'])
  expect(found({ below: 0.65, order: 'oldest' })).toEqual(['harbour', 'hostile <b>"&'])
  expect(found({ status: 'reviewed' }, new Map([['results', 'reviewed']]))).toEqual(['results'])
})

test('the most doubtful come first, pages go on, and counts are of all that was found', () => {
  const { rows, total, counts } = findSheets(index, { limit: 1, offset: 1 }, new Map())
  expect(total).toBe(4)
  expect(rows).toHaveLength(1)
  expect(counts.types[0]).toEqual(['metric.level', 2])
  const doubts = findSheets(index, {}, new Map()).rows.map(({ doubt }) => doubt)
  expect(doubts).toEqual([...doubts].sort((a, b) => b - a))
})

test('names are found by the beginning of any of their words', () => {
  expect(findNames(index, 'rail', 10)).toEqual([{ name: 'Norrland Rail', articles: 2 }])
  expect(rowsWithName(index, 'Norrland Rail').map(({ id }) => id)).toEqual(['harbour', 'results'])
})

test('terms that are many times in a sheet stand there once', () => {
  const builder = new InvertedBuilder()
  for (const words of ['b a b', 'ab b']) {
    builder.next()
    for (const word of words.split(' ')) builder.add(word)
  }
  const inverted = builder.finish()
  expect(inverted.terms).toEqual(['a', 'ab', 'b'])
  expect([...inverted.docs]).toEqual([0, 1, 0, 1])
  expect(rangeOf(inverted, 'a')).toEqual([0, 2])
})

test('the archive of an entity has its figures in order, and the articles that differ', () => {
  const { series, conflicts, relations, timeline } = archiveOf('Norrland Rail', sheets.slice(0, 2))
  expect(series[0]).toMatchObject({ of: 'Norrland Rail', unit: 'SEK' })
  expect(series[0]!.points.map(({ when, number }) => [when, number])).toEqual([
    ['2022', 6.4e8],
    ['2023', 9e8],
    ['2023', 8.7e8],
  ])
  expect(conflicts).toMatchObject([{ sides: [{ says: '900000000 SEK' }, { says: '870000000 SEK' }] }])
  expect(relations.map(({ from, to }) => [from, to])).toContainEqual(['Norrland Rail', 'Fjordline'])
  expect(timeline.map(({ when }) => when)).toEqual([...timeline.map(({ when }) => when)].sort())
})
