// Our values in the conventions of the outside sets, on top of what the data folder's own mapping does. Each convention
// is described in tests/corpora/README.md; a disagreement of guidelines is no error.
import { readFileSync } from 'node:fs'
import { UNIT_NAMES } from './quantity-rows.mjs'

const DAY_PART = /\s+(?:morning|afternoon|evening|night|noon|lunchtime)$/i
const PART_CODES = { morning: 'TMO', afternoon: 'TAF', evening: 'TEV', night: 'TNI' }
const BOUNDS =
  /^(?:in excess of|upwards? of|well (?:below|above|over|under)|slightly (?:below|above|over|under)|just (?:over|under|below|above)|a record|exceeding|approaching|an estimated|as (?:much|many|high) as|a (?:total|minimum|maximum) of|the)\s+(?:the\s+)?/i
const RELATIVE =
  /\b(?:ago|earlier|later|hence|yesterday|today|tomorrow|tonight)$|^(?:earlier |later |early |the |over )*(?:last|this|next|past|previous|following|coming|current|same|that|end of the|beginning of the|start of the)\b(?! (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|summer|winter|spring|fall|autumn|quarter of))/i
const LEADING = /^(?:last|next|this|that|the|early|late|mid|earlier|later|past|coming)[\s-]+(?:early|late|mid)?[\s-]*/i

/** IEER and its like mark absolute dates by their bare words, ranges end by end, and no rates. */
export function ieerRows(text, values) {
  return values
    .filter((value) => !(value.type === 'money' && (value.per !== undefined || rated(text, value.end))))
    .filter((value) => value.type !== 'date' || !RELATIVE.test(value.text.replace(/\s+/g, ' ')))
    .flatMap((value) => ends(value))
    .map((value) =>
      trimmed(value, value.type === 'date' ? [DAY_PART] : [], value.type === 'date' ? [LEADING] : [BOUNDS]),
    )
}

const rated = (text, end) =>
  /^\s+(?:an?|per|each|every)\s+(?:day|week|month|year|hour|night|share)\b/i.test(text.slice(end, end + 20))

/** Bounds and fillers are left out. */
export const moneyRows = (_text, values) => values.map((value) => trimmed(value, [], [BOUNDS]))

/** `night` of *Monday night*, *tonight*, *last night*. */
function partOfDay(text) {
  if (/^tonight$/i.test(text)) return 'night'
  const [, part] = /\s(morning|afternoon|evening|night)$/i.exec(text) ?? []
  return part?.toLowerCase()
}

/** TimeML calls a part of a day a TIME, and writes it behind the day; a time beside its day is one with it. */
export function timebankRows(text, values) {
  const rows = []
  for (const value of values) {
    const part = value.type === 'date' && value.grain === 'day' ? PART_CODES[partOfDay(value.text)] : undefined
    const row = part && value.iso ? { ...value, type: 'time', iso: value.iso + part } : value
    const last = rows.at(-1)
    if (last && isDayAndTime(last, row) && BESIDE.test(text.slice(last.end, row.start))) {
      const [day, time] = last.type === 'date' ? [last, row] : [row, last]
      rows[rows.length - 1] = { ...time, start: last.start, end: row.end, iso: day.iso + time.iso }
    } else rows.push(row)
  }
  return rows
}

/** `10 p.m. Wednesday`, `Wednesday at 10 p.m.`. */
const BESIDE = /^[\s,]*(?:(?:on|at)\s+)?$/i
const isDayAndTime = (a, b) => {
  const [day, time] = a.type === 'date' ? [a, b] : [b, a]
  return day.type === 'date' && day.grain === 'day' && time.type === 'time' && time.iso?.startsWith('T')
}

/** The two ends of a range as values of their own. */
function ends(value) {
  const range = /^(.+?)(\s*(?:[-–—]|\bto\b|\band\b|\buntil\b|\bthrough\b)\s*)(\S.*)$/s.exec(value.text)
  const isRange =
    value.numberTo !== undefined || (value.type === 'date' && value.iso?.includes('/') && /\d/.test(value.text))
  if (!isRange || !range || !['money', 'percent', 'date'].includes(value.type)) return [value]
  if (value.type === 'percent') return [value]
  const second = value.end - range[3].length
  return [
    { ...value, end: value.start + range[1].length, text: range[1] },
    { ...value, start: second, text: range[3] },
  ]
}

function trimmed(value, behind, before) {
  let { start, end, text } = value
  for (const pattern of behind) {
    const found = pattern.exec(text)
    if (found && found[0].length < text.length) {
      text = text.slice(0, -found[0].length)
      end -= found[0].length
    }
  }
  for (const pattern of before) {
    const found = pattern.exec(text)
    if (found && found[0].length < text.length) {
      text = text.slice(found[0].length)
      start += found[0].length
    }
  }
  return { ...value, start, end, text }
}

const spelled = (name) =>
  name
    .toLowerCase()
    .replace(/meter/g, 'metre')
    .replace(/liter/g, 'litre')
    .replace(/^(?:degree |us )/, '')
    .replace(/\s+/g, ' ')
    .trim()
const SHORT = {
  f: '[degF]',
  c: 'Cel',
  k: 'K',
  pound: '[lb_av]',
  ton: 't',
  foot: '[ft_i]',
  'metric ton': 't',
  centigrade: 'Cel',
  horsepower: '[HP]',
  'us barrel': '[bbl_us]',
}

/** Does a set's name of a unit mean ours? */
export function sameUnit(theirs, ours) {
  if (theirs === undefined || theirs === null || ours === undefined) return false
  const name = spelled(String(theirs))
  if (name === spelled(String(ours)) || SHORT[name] === ours) return true
  const known = UNIT_NAMES[ours]
  return known !== undefined && (spelled(known) === name || `${spelled(known)}s` === name)
}

export const linesOf = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line))
