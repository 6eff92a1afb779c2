import { expect, test } from 'vitest'
import { paragraphsOf } from '../../src/text/lines.ts'

const read = (text: string): string[] =>
  paragraphsOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))

test('a line is a paragraph', () => expect(read('One.\n\n  Two. \r\nThree.')).toEqual(['One.', 'Two.', 'Three.']))

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
  expect(read(wrapped.join('\n'))).toEqual([
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
  expect(read(list.join('\n'))).toEqual(list)
})
