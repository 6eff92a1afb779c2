import { dayAt, dayOf, easterOf, nthWeekday, type Period } from '../calendar.ts'
import { yearTailAt } from '../date-parts.ts'
import { impliedDay } from '../resolve.ts'
import { type Candidate, candidate, valueKind } from '../value-kind.ts'

export default valueKind({
  name: 'holiday',
  about: 'A holiday with a fixed rule. One without (Eid, Diwali) gives a notice and no date.',
  onNumeral: false,
  starts: ({ holidays }) => holidays.firsts(),
  behindArticle: ({ holidays }) => holidays.seconds(),

  read(reading, i): Candidate | undefined {
    const { lexemes, tables, anchor } = reading
    const found = tables.holidays.at(lexemes, i)
    if (!found || !reading.capital(i)) return undefined
    const { rule } = found.content
    if (rule === 'none') return candidate('date', i, found.to, {}, { nothing: true, notice: 'date/no-rule' })
    const tail = yearTailAt(reading, found.to)
    const make = (year: number): Period => dayInYear(rule, year)
    const to = tail?.to ?? found.to
    if (tail) return { type: 'date', from: i, to, fields: make(tail.year) }
    if (!anchor) return { type: 'date', from: i, to, fields: { grain: 'day' } }
    const here = make(anchor.year)
    const [, month, day] = here.iso.split('-').map(Number)
    const near = impliedDay(reading, i, month!, day!)
    return { type: 'date', from: i, to, fields: make(Number.parseInt(near?.iso ?? here.iso, 10)) }
  },

  examples: [
    ['They met on Christmas Day 2019.', { text: 'Christmas Day 2019', iso: '2019-12-25' }],
    ['They met at Easter.', { text: 'Easter', iso: '2022-04-17' }],
    ['They met on Thanksgiving 2021.', { text: 'Thanksgiving 2021', iso: '2021-11-25' }],
  ],
  not: ['They met on Eid.', 'The easter egg broke.'],
})

/** A holiday's day in a year, by the rule of its row: `12-25`, `easter-2`, `11-4-4+1`. */
function dayInYear(rule: string, year: number): Period {
  const easter = /^easter([+-]\d+)$/.exec(rule)
  if (easter) return dayAt(easterOf(year) + Number(easter[1]))
  const nth = /^(\d\d)-(\d)-(-?\d)(?:\+(\d))?$/.exec(rule)
  if (nth) return dayAt(nthWeekday(year, Number(nth[1]), Number(nth[2]), Number(nth[3])) + Number(nth[4] ?? 0))
  const [month, day] = rule.split('-').map(Number)
  return dayOf(year, month!, day!)
}
