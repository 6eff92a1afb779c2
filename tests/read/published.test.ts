import { expect, test } from 'vitest'
import { readPublished } from '../../src/read/published.ts'

test.each([
  ['Thursday, August 23, 2018 - 01:00', '2018-08-23T01:00', 'minute'],
  ['Thu, 23 Aug 2018 01:00:05 +0800', '2018-08-23T01:00:05+08:00', 'second'],
  ['2018-08-23T01:00:00.5Z', '2018-08-23T01:00:00Z', 'second'],
  ['2018-08-23 01:00', '2018-08-23T01:00', 'minute'],
  ['2018/8/3', '2018-08-03', 'day'],
  ['20180823', '2018-08-23', 'day'],
  ['26 July 2022', '2022-07-26', 'day'],
  ['26-Jul-2022', '2022-07-26', 'day'],
  ['Tuesday 26th of July, 2022 14:05 BST', '2022-07-26T14:05', 'minute'],
  ['Aug. 23, 2018 12:05 a.m. ET', '2018-08-23T00:05', 'minute'],
  ['Published: Jul 2, 2020 at 9 pm', '2020-07-02T21', 'hour'],
  ['23/08/2018', '2018-08-23', 'day'],
  ['8/23/2018, 9:30 PM', '2018-08-23T21:30', 'minute'],
  ['February 29, 2020', '2020-02-29', 'day'],
  ['July 2022', '2022-07', 'month'],
  ['2022-07', '2022-07', 'month'],
  ['2022', '2022', 'year'],
])('%s', (stated, iso, grain) => {
  expect(readPublished(stated)).toEqual({ published: { iso, grain, text: stated } })
})

test.each([
  'soon',
  '30 February 2020',
  '2019-13-01',
  'Jul 26 2022 08:00 or so',
  '26 July 2022 25:00',
  '1018',
  '12.30pm',
])('unreadable: %s', (stated) =>
  expect(readPublished(stated)).toEqual({ published: null, oddity: { code: 'published/unreadable', detail: stated } }),
)

test('nothing stated is nothing to notice', () => expect(readPublished(' ')).toEqual({ published: null }))

test('day or month first: only the year is certain', () => {
  expect(readPublished('05/06/2018')).toMatchObject({
    published: { iso: '2018', grain: 'year' },
    oddity: { code: 'published/day-or-month-first' },
  })
  expect(readPublished('05/05/2018').published?.iso).toBe('2018-05-05')
})

test('a weekday that is not that day is noticed, and the date kept', () => {
  expect(readPublished('Friday, August 23, 2018')).toMatchObject({
    published: { iso: '2018-08-23' },
    oddity: { code: 'published/other-weekday' },
  })
})
