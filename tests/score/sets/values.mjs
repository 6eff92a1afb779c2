import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runScorer } from '../child.mjs'
import { quantityRows, seconds } from '../quantity-rows.mjs'
import { tellsTimes, timesOf } from '../time-suites.mjs'
import { ieerRows, linesOf, moneyRows, sameUnit, timebankRows } from '../value-rows.mjs'

const TIMES = ['DATE', 'DURATION', 'TIME', 'SET']
/** Figure -> file, the types it counts, and how our values become its rows. */
const SPANS = [
  ['IEER MONEY', 'values/ieer.dev.jsonl', ['MONEY'], ieerRows],
  ['IEER PERCENT', 'values/ieer.dev.jsonl', ['PERCENT'], ieerRows],
  ['IEER DATE', 'values/ieer.dev.jsonl', ['DATE'], ieerRows],
  ['worldwide MONEY', 'names/worldwide.dev.jsonl', ['MONEY'], moneyRows],
  ['TimeBank', 'values/timebank.jsonl', TIMES, timebankRows],
  ['AQUAINT', 'values/aquaint-timeml.jsonl', TIMES, timebankRows],
  ['WikiWars', 'values/wikiwars.jsonl', TIMES, timebankRows],
]
/** Suites of other libraries: the share of inputs whose values are all right. */
const SUITES =
  'recognizers-age recognizers-currency.dev recognizers-dimension.dev recognizers-number.dev recognizers-ordinal recognizers-percent recognizers-temperature recognizers-datetime.dev duckling-distance duckling-duration duckling-money.dev duckling-numeral duckling-ordinal duckling-quantity duckling-temperature duckling-time.dev duckling-volume chrono.dev quantulum3-quantities quantulum3-ambiguity'.split(
    ' ',
  )

/** Money, percentages, dates and quantities against what others annotated. */
export default {
  name: 'values',
  about: 'values against IEER, worldwide, TimeML and NewsQuant, and against the suites of other libraries',
  needs: ['data/values/ieer.dev.jsonl', 'bench/sets/from-layers.mjs'],

  async run({ data, root, work, pipeline }) {
    const bench = (file) => join(data, 'bench/sets', file)
    const { convert } = await import(pathToFileURL(bench('from-layers.mjs')).href)
    const read = new Map()
    const layersOf = (path) => {
      if (!read.has(path)) read.set(path, annotate(join(data, 'data', path), { root, work, pipeline }))
      return read.get(path)
    }
    const figures = {}
    const report = []

    for (const [name, path, types, rowsOf] of SPANS) {
      if (!existsSync(join(data, 'data', path))) continue
      const { gold, values } = layersOf(path)
      const rows = gold.map((document) => ({
        id: document.id,
        predicted: convert(document, rowsOf(document.text, values.get(document.id) ?? []), new Set(types)),
      }))
      const score = scored(bench('values.mjs'), gold, rows, work, [`--types=${types.join(',')}`])
      figures[`${name} strict`] = score.strict.F1
      if (types === TIMES)
        Object.assign(figures, { [`${name} relaxed`]: score.relaxed.F1, [`${name} value`]: score.value.F1 })
      report.push(`${name}: strict ${line(score.strict)}; relaxed ${line(score.relaxed)}; value ${line(score.value)}`)
    }

    const news = layersOf('values/cqe-NewsQuant.dev.jsonl')
    const rows = news.gold.map(({ id, text }) => ({ id, predicted: quantityRows(text, news.values.get(id) ?? []) }))
    const { one_to_one: one } = scored(bench('newsquant.mjs'), news.gold, rows, work, [])
    figures['NewsQuant value'] = one.value.F1
    figures['NewsQuant value and unit'] = one['value+unit'].F1
    report.push(`NewsQuant: value ${line(one.value)}; value and unit ${line(one['value+unit'])}`)

    for (const suite of SUITES) {
      const path = `values/${suite}.jsonl`
      if (!existsSync(join(data, 'data', path))) continue
      const { gold, values } = layersOf(path)
      const { right, mapped, missed } = tellsTimes(suite) ? timesOf(suite, gold, values) : wholly(gold, values, convert)
      figures[suite] = mapped === 0 ? 0 : (100 * right) / mapped
      report.push(`${suite}: ${right} of ${mapped} mapped inputs wholly right (${gold.length} in all); ${missed}`)
    }
    return { figures, report: report.join('\n') }
  },
}

const line = ({ P, R, F1 }) => `${P}/${R}/${F1}`

function annotate(path, { root, work, pipeline }) {
  const gold = linesOf(path).map((row) => ({ ...row, expected: row.expected ?? row.entities }))
  const input = join(work, 'values.in.jsonl')
  writeFileSync(input, gold.map(({ id, text, ref }) => JSON.stringify({ id, text, ...dated(ref) })).join('\n'))
  const out = join(work, 'values.out.jsonl')
  const args = [
    join(root, 'dist/cli/main.js'),
    'annotate',
    input,
    '--layers',
    'values',
    '--pipeline',
    pipeline,
    '-o',
    out,
  ]
  const { stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (!existsSync(out)) throw new Error(stderr)
  return { gold, values: new Map(linesOf(out).map(({ id, values = [] }) => [id, values])) }
}

/** `03/14/1998 10:36:00` and ISO 8601 as the date of publication. */
function dated(ref) {
  if (typeof ref !== 'string') return {}
  const slashed = /^(\d\d)\/(\d\d)\/(\d{4})/.exec(ref)
  return { published: slashed ? `${slashed[3]}-${slashed[1]}-${slashed[2]}` : ref.slice(0, 10) }
}

function scored(script, gold, rows, work, args) {
  const [goldFile, rowFile] = ['gold', 'rows'].map((name) => join(work, `values.${name}.jsonl`))
  writeFileSync(goldFile, gold.map((row) => JSON.stringify(row)).join('\n'))
  writeFileSync(rowFile, rows.map((row) => JSON.stringify(row)).join('\n'))
  return JSON.parse(runScorer(script, [goldFile, rowFile, ...args]))
}

const numberOf = (value) =>
  typeof value === 'number' ? value : Number(String(value ?? '').replace(/[, %]/g, '') || Number.NaN)

/** Inputs whose expected values are all found with equal values; those with values of another kind are not mapped. */
function wholly(gold, values, convert) {
  let right = 0
  let mapped = 0
  const missed = { missing: 0, value: 0, unit: 0 }
  for (const document of gold) {
    const expected = (document.expected ?? []).map(expectedOf)
    if (
      expected.length === 0 ||
      expected.some(({ value, start }) => value === undefined || value === null || start === undefined)
    )
      continue
    mapped++
    const found = convert({ ...document, expected }, values.get(document.id) ?? [], null)
    const faults = expected.map((one) => {
      const near = found.filter(({ start, end }) => start < one.end && one.start < end)
      if (near.length === 0) return 'missing'
      const same = near.filter((row) => equal(one.value, row.value))
      if (same.length === 0) return 'value'
      return one.unit === undefined || one.unit === null || same.some((row) => unitFits(one, row)) ? undefined : 'unit'
    })
    const fault = faults.find(Boolean)
    if (fault === undefined) right++
    else missed[fault]++
  }
  return {
    right,
    mapped,
    missed: `not found ${missed.missing}, other value ${missed.value}, other unit ${missed.unit}`,
  }
}

const TIME_LETTERS = { second: 'S', minute: 'M', hour: 'H', day: 'D', week: 'W', month: 'M', year: 'Y', quarter: 'M' }

/** Durations of Duckling are a number and a unit; Recognizers' dates stand in `timex`. */
function expectedOf(one) {
  const unit = TIME_LETTERS[String(one.unit ?? '').toLowerCase()]
  if (one.type === 'duration' && unit && typeof one.value === 'number') {
    const clock = /^(?:second|minute|hour)$/i.test(one.unit)
    return {
      ...one,
      value: `P${clock ? 'T' : ''}${one.value * (/quarter/i.test(one.unit) ? 3 : 1)}${unit}`,
      unit: null,
    }
  }
  if (one.type === 'age') return { ...one, unit: null }
  if (one.timex !== undefined) return { ...one, value: one.timex, unit: null }
  return one
}

function equal(theirs, ours) {
  const [a, b] = [numberOf(theirs), numberOf(ours)]
  if (!Number.isNaN(a) && !Number.isNaN(b)) return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a))
  // 90 minutes are an hour and a half.
  const [x, y] = [String(theirs), String(ours)]
  if (x.startsWith('P') && y.startsWith('P') && !/[X/]/.test(x + y)) return Math.abs(seconds(x) - seconds(y)) < 1
  return x.toLowerCase() === y.toLowerCase()
}

const unitFits = (one, row) =>
  (one.iso && one.iso === row.iso) ||
  String(one.unit).toLowerCase() === String(row.unit).toLowerCase() ||
  sameUnit(one.unit, row.unit) ||
  /^(?:unnamed|dimensionless|percent(?:age)?)$/i.test(String(one.unit))
