import { expect, test } from 'vitest'
import { readText } from './read-text.ts'

const paragraphsOf = (text: string): string[] =>
  readText(text).paragraphs.map(({ start, end }) => text.slice(start, end))

test('a line is a paragraph, white space and empty lines are in none', () => {
  expect(paragraphsOf(' Rain fell. \r\n\r\nIt was cold.\u2028Snow fell.\n\u00a0\n')).toEqual([
    'Rain fell.',
    'It was cold.',
    'Snow fell.',
  ])
})

test('a line that breaks off a sentence goes on, a list of small words does not', () => {
  expect(paragraphsOf('It rained all\nnight long.\nThen it\nstopped.')).toEqual([
    'It rained all\nnight long.',
    'Then it\nstopped.',
  ])
  expect(paragraphsOf('bread\nbutter\nmilk and honey')).toHaveLength(3)
  expect(paragraphsOf('It rained all\n\nnight long.')).toHaveLength(2)
  expect(paragraphsOf('We need\n- bread.\n- milk.')).toHaveLength(3)
})

test('lines set in a column are one paragraph up to an indented or a short line', () => {
  const column = [
    'The harbour of Ames was closed on',
    'Monday after a storm, its master Jo Lind said, and ships were',
    'sent to the port of Bree, where they waited for the weather to',
    'turn. Many of them carried grain.',
    '    Bree has room for thirty ships and expects twelve more from',
    'Cole Line and other owners this week.',
  ]
  expect(paragraphsOf(column.join('\n'))).toEqual([column.slice(0, 4).join('\n'), column.slice(4).join('\n').trim()])
})

test('short lines are no column', () => {
  const lines = [
    'Fish soup',
    'Two pounds of fish',
    'Water, salt and a bay leaf',
    'Time: an hour, more or less, on a low fire',
  ]
  expect(paragraphsOf(lines.join('\n'))).toEqual(lines)
})

test('wrapped lines are one paragraph; an indent or an empty line begins another', () => {
  const wrapped = [
    '   The harbour of the old town was closed for',
    'three days after a freighter had lost some 40',
    'containers, and the mayor said that it would',
    'open again on Monday.',
    '   Divers found nothing in the water near the',
    'pier, and the crew went home to their many',
    'families.',
    '',
    'A last line of the story stands alone.',
  ]
  expect(paragraphsOf(wrapped.join('\n'))).toEqual([
    wrapped.slice(0, 4).join('\n').trim(),
    wrapped.slice(4, 7).join('\n').trim(),
    wrapped[8],
  ])
})

test('short lines that fill nothing stay apart', () => {
  const list = [
    'Results',
    'Ann Smith beat Bea Jones, 6-1',
    'Cy Doe beat Di Roe',
    'Ed Poe won',
    'Flo Moe lost',
    'Gus Toe',
  ]
  expect(paragraphsOf(list.join('\n'))).toEqual(list)
})
