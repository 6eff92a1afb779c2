import {
  type Anchor,
  anchorOf,
  centuryOf,
  decadeOf,
  monthOf,
  monthsBefore,
  type Period,
  quarterOf,
  type StepUnit,
  seasonOf,
  stepFrom,
  weekendOf,
  weekOf,
} from '../calendar.ts'
import { dayPartEnd, monthAt, SEASONS } from '../date-words.ts'
import { isoOf } from '../days.ts'
import type { Reading } from '../reading.ts'
import { type Candidate, type Fields, valueKind } from '../value-kind.ts'

const DAYS: Readonly<Record<string, number>> = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 }
const STEPS: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  previous: -1,
  preceding: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
  following: 1,
  same: 0,
  that: 0,
  latest: -1,
}
/** They count from the date told before. */
const FROM_TOLD = new Set(['following', 'previous', 'preceding', 'same', 'that'])
const EARLIER = new Set(['earlier', 'later', 'early', 'late'])

export default valueKind({
  name: 'relative-date',
  about: 'A day, week, month, quarter or year counted from the day of publication.',
  onNumeral: false,
  starts: () => [...Object.keys(DAYS), ...Object.keys(STEPS), ...EARLIER, 'the'],
  behindArticle: () => ['day', ...Object.keys(STEPS)],

  read(reading, i): Candidate | undefined {
    const { lexemes, anchor } = reading
    const word = lexemes.lower(i)
    const days = DAYS[word]
    if (days !== undefined) return dayWord(reading, i, days)
    //  the day before yesterday
    if (
      word === 'the' &&
      lexemes.is(i + 1, 'day') &&
      (lexemes.is(i + 2, 'before') || lexemes.is(i + 2, 'after')) &&
      (lexemes.is(i + 3, 'yesterday') || lexemes.is(i + 3, 'tomorrow'))
    ) {
      const period = anchor && stepFrom(anchor, 'day', lexemes.is(i + 3, 'yesterday') ? -2 : 2)
      return { type: 'date', from: i, to: i + 4, fields: dayFields(period) }
    }
    let at = i
    if (EARLIER.has(word)) at++
    if (EARLIER.has(word) && DAYS[lexemes.lower(at)] !== undefined)
      return dayWord(reading, at, DAYS[lexemes.lower(at)]!, i)
    if (lexemes.is(at, 'the') || (lexemes.is(at, 'in') && EARLIER.has(word))) at++
    const step = STEPS[lexemes.lower(at)]
    if (step === undefined || (at > i && lexemes.lower(at) === 'that' && word === 'the')) return undefined
    const bare = at === i
    const period = stepOf(reading, at, step, bare)
    return period && { type: 'date', from: i, to: period.to, fields: period.period }
  },

  examples: [
    ['They met yesterday.', { text: 'yesterday', iso: '2022-07-19' }],
    ['Sales fell last year.', { text: 'last year', iso: '2021', grain: 'year' }],
    ['They met last week.', { text: 'last week', iso: '2022-W28', from: '2022-07-11', to: '2022-07-17' }],
    ['Prices rose last month.', { text: 'last month', iso: '2022-06' }],
    ['It opens next year.', { text: 'next year', iso: '2023' }],
    ['They met last August.', { text: 'last August', iso: '2021-08' }],
    ['It grew over the past decade.', { text: 'the past decade', iso: '2012/2022' }],
    ['It fell earlier this month.', { text: 'earlier this month', iso: '2022-07' }],
    ['Last quarter was weak.', { text: 'Last quarter', iso: '2022-04/2022-06' }],
  ],
  not: ['This is it.', 'The last man left.', 'Next to it stood a house.', 'in the past'],
})

const dayFields = (period: Period | undefined): Fields => ({
  iso: period?.iso,
  from: period?.from,
  to: period?.to,
  grain: 'day',
})

function dayWord(reading: Reading, i: number, days: number, from = i): Candidate {
  const { lexemes, anchor } = reading
  const period = anchor && stepFrom(anchor, 'day', days)
  const to = dayPartEnd(lexemes, i + 1)
  return { type: 'date', from, to, fields: dayFields(period) }
}

function stepOf(
  reading: Reading,
  at: number,
  step: number,
  bare: boolean,
): { period: Period | { grain: string }; to: number } | undefined {
  const { lexemes, anchor } = reading
  const word = lexemes.lower(at)
  let noun = at + 1
  if (
    ['fiscal', 'calendar', 'whole', 'entire', 'full', 'financial', 'school', 'academic'].includes(lexemes.lower(noun))
  )
    noun++
  const unit = lexemes.lower(noun)
  const to = noun + 1
  if (unit === undefined || noun >= lexemes.limit[at]!) return undefined
  // "following" and "previous" count from what was told before; they are weeks and months only with an article.
  if (
    bare &&
    (word === 'same' || word === 'following' || word === 'previous' || word === 'preceding' || word === 'latest')
  )
    return undefined
  const told = FROM_TOLD.has(word) || (word === 'next' && !bare && unit === 'day') ? reading.recent : undefined
  if (told?.from !== undefined && ['day', 'week', 'month', 'year'].includes(unit)) {
    const base = anchorOf({ iso: step > 0 ? told.to! : told.from, grain: 'day', text: '' })
    return { period: (base && stepFrom(base, unit as StepUnit, step)) ?? { grain: unit }, to }
  }
  const of = (period: Period | undefined, grain: string) => ({ period: period ?? { grain }, to })
  const season = SEASONS.get(unit)
  if (season !== undefined && bare) return of(anchor && seasonStep(anchor, season, step), 'season')
  const month = bare ? monthAt(lexemes, noun) : undefined
  if (month && word !== 'that' && word !== 'past')
    return { ...of(anchor && monthStep(anchor, month.month, step), 'month'), to: month.to }
  switch (unit) {
    case 'day':
      return word === 'next' || word === 'following' || word === 'previous'
        ? of(anchor && stepFrom(anchor, 'day', step), 'day')
        : undefined
    case 'week':
    case 'month':
    case 'year':
      if (word === 'past' && !bare) return of(anchor && pastUnit(anchor, unit), unit)
      return of(anchor && stepFrom(anchor, unit as StepUnit, step), unit)
    case 'weekend':
      return of(anchor?.day === undefined ? undefined : weekendOf(anchor.day + 7 * step), 'weekend')
    case 'quarter':
      return of(
        anchor?.month === undefined ? undefined : quarterOf(anchor.year, Math.ceil(anchor.month / 3) + step),
        'quarter',
      )
    case 'decade':
      if (step < 0)
        return of(
          anchor && {
            iso: `${anchor.year - 10}/${anchor.year}`,
            from: `${anchor.year - 10}-01-01`,
            to: `${anchor.year}-12-31`,
            grain: 'decade',
          },
          'decade',
        )
      return of(anchor && decadeOf(anchor.year + 10 * step), 'decade')
    case 'century':
      return of(anchor && centuryOf(Math.floor(anchor.year / 100) + 1 + step), 'century')
    case 'night':
    case 'evening':
    case 'morning':
    case 'afternoon':
      if (!bare || (word !== 'last' && word !== 'this')) return undefined
      return of(anchor && stepFrom(anchor, 'day', step), 'day')
    default:
      return undefined
  }
}

/** The past week, month or year ends with the last whole one for weeks, and today for the longer. */
function pastUnit(anchor: Anchor, unit: 'week' | 'month' | 'year'): Period | undefined {
  if (anchor.day === undefined) return unit === 'week' ? undefined : stepFrom(anchor, unit, -1)
  if (unit === 'week') return weekOf(anchor.day - 7)
  const from = monthsBefore(anchor.day, unit === 'month' ? 1 : 12)
  const to = isoOf(anchor.day)
  return { iso: `${from}/${to}`, from, to, grain: unit }
}

function seasonStep({ year, month }: Anchor, season: number, step: number): Period {
  const now = month ?? 6
  const end = (season - 20) * 3 + 2 - (season === 24 ? 12 : 0)
  if (step < 0) return seasonOf(now > end + (season === 24 ? 12 : 0) ? year : year - 1, season)
  if (step > 0) return seasonOf(now >= (season - 20) * 3 ? year + 1 : year, season)
  return seasonOf(year, season)
}

function monthStep({ year, month }: Anchor, named: number, step: number): Period | undefined {
  if (month === undefined) return undefined
  if (step < 0) return monthOf(named < month ? year : year - 1, named)
  if (step > 0) return monthOf(named > month ? year : year + 1, named)
  return monthOf(year, named)
}
