import type { Bound } from '../doc/value.ts'
import type { Lexemes } from './lexemes.ts'
import { Phrases } from './phrases.ts'

const BEFORE: Readonly<Record<Bound, string>> = {
  about:
    'about|around|roughly|approximately|approx|approx.|circa|c.|ca.|some|an estimated|estimated|an average of|close to|near|in the region of|in the order of|on the order of|or so|more or less|give or take|about some|~|≈|something like|in the neighborhood of|in the neighbourhood of|an approximate|approximate',
  'about-below':
    'nearly|almost|just under|just below|just short of|not quite|slightly less than|slightly under|slightly below|a little under|a little less than|close on|approaching|virtually|a shade under',
  'about-above':
    'just over|just above|slightly more than|slightly over|slightly above|a little more than|little more than|a little over|a bit more than|a bit over|just more than|upwards of about|a shade over',
  above:
    'more than|over|above|in excess of|upwards of|upward of|greater than|higher than|larger than|exceeding|well over|well above|far more than|much more than|much higher than|beyond|>|+',
  below:
    'less than|fewer than|under|below|lower than|smaller than|well under|well below|far less than|much less than|short of|<|short of the',
  'at-least':
    'at least|no less than|no fewer than|not less than|not fewer than|a minimum of|minimum|as much as at least|≥|at a minimum|at the very least',
  'at-most':
    'at most|up to|as much as|as many as|no more than|not more than|a maximum of|maximum|only up to|at the most|≤|as high as|a max of',
}

/** Words that colour a figure and bound nothing; they stand before a bound or between it and the number. */
const FILLERS = ['only', 'just', 'even', 'a record', 'a total of', 'the']

const BEHIND: readonly [string, Bound][] = [
  ['or more', 'at-least'],
  ['or above', 'at-least'],
  ['or over', 'at-least'],
  ['or older', 'at-least'],
  ['and older', 'at-least'],
  ['and over', 'at-least'],
  ['and above', 'at-least'],
  ['and more', 'at-least'],
  ['or higher', 'at-least'],
  ['or greater', 'at-least'],
  ['and up', 'at-least'],
  ['or less', 'at-most'],
  ['or fewer', 'at-most'],
  ['or under', 'at-most'],
  ['or below', 'at-most'],
  ['or younger', 'at-most'],
  ['and under', 'at-most'],
  ['and younger', 'at-most'],
  ['or so', 'about'],
  ['or thereabouts', 'about'],
  ['at most', 'at-most'],
  ['at least', 'at-least'],
  ['-plus', 'at-least'],
  ['-odd', 'about'],
]

/** Verbs that set a bound and are no part of the value. */
const TOPPED = new Set(
  'top topped tops topping exceed exceeded exceeds surpass surpassed surpasses surpassing outstrip outstripped outpaced'.split(
    ' ',
  ),
)
const REACHING = new Set('approached nearing nears'.split(' '))

const before = new Phrases<Bound>()
for (const [bound, forms] of Object.entries(BEFORE)) {
  for (const form of forms.split('|')) before.add(form, bound as Bound)
}
const behind = new Phrases<Bound>()
for (const [form, bound] of BEHIND) behind.add(form, bound)
const fillers = new Phrases<true>()
for (const form of FILLERS) fillers.add(form, true)

export interface Bounded {
  from: number
  to: number
  bound?: Bound
}

/**
 * The bound words around lexemes `from` to `to`, which become part of the value; or a verb before it, which does not.
 * `floor` is where the value before ends. An open range with two bounds keeps the nearer.
 */
export function readBound(lexemes: Lexemes, from: number, to: number, floor: number): Bounded {
  const low = Math.max(floor, from - 6)
  let start = from
  let bound: Bound | undefined
  for (let step = 0; step < 3 && start > low; step++) {
    const found = before.before(lexemes, start, low)
    if (!found || lexemes.limit[found.from] !== lexemes.limit[from]) break
    if (bound === undefined) bound = found.content
    start = found.from
  }
  if (bound === undefined) {
    const filler = fillers.before(lexemes, from, low)
    const found = filler && before.before(lexemes, filler.from, low)
    if (found && lexemes.limit[found.from] === lexemes.limit[from]) {
      bound = found.content
      start = found.from
    }
  }
  let end = to
  if (end < lexemes.limit[from]!) {
    const found = behind.at(lexemes, end)
    if (found) {
      bound = found.content
      end = found.to
    } else if (lexemes.is(end, '+') && lexemes.glued(end)) {
      bound = 'at-least'
      end++
    }
  }
  if (bound === undefined && start > low) bound = boundByVerb(lexemes, start, low)
  return bound === undefined ? { from: start, to: end } : { from: start, to: end, bound }
}

function boundByVerb(lexemes: Lexemes, start: number, low: number): Bound | undefined {
  const at = lexemes.is(start - 1, 'the') ? start - 2 : start - 1
  if (at < low) return undefined
  if (TOPPED.has(lexemes.lower(at))) return 'above'
  return REACHING.has(lexemes.lower(at)) ? 'about-below' : undefined
}

const BY_PREPOSITION: Readonly<Record<string, Bound>> = {
  by: 'at-most',
  until: 'at-most',
  till: 'at-most',
  since: 'at-least',
  before: 'below',
  after: 'above',
  from: 'at-least',
}

/** The bound that a preposition sets on a date: *by 2024*, *since 2018*. The preposition is no part of the value. */
export function boundOfDate(lexemes: Lexemes, from: number): Bound | undefined {
  const word = lexemes.lower(from - 1)
  return word === 'from' || word === undefined || lexemes.limit[from - 1] !== lexemes.limit[from]
    ? undefined
    : BY_PREPOSITION[word]
}
