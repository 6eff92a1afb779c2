import type { Reading } from '../reading.ts'
import { type Candidate, candidate, valueKind } from '../value-kind.ts'

const NUMBERED = new Set(
  'no nos number flight route highway interstate chapter section article page pages figure fig room phase type category group level grade season episode volume vol part clause rule item step version model tier channel channels apollo gate platform ward district unit psalm exhibit resolution paragraph question q lane pier bay division junior ligue liga zone stage act law decree apartment apt suite box form schedule table terminal area bus line class'.split(
    ' ',
  ),
)
const STREETS = new Set(
  'street road avenue lane drive boulevard st rd ave blvd square crescent terrace place way highway'.split(' '),
)
const DASHES = new Set(['-', '–', '—', '‑'])

export default valueKind({
  name: 'no-value',
  about:
    'What looks like a value and is none: addresses of the web and of houses, scores, phone numbers, numbered things.',
  onNumeral: true,
  starts: () => ['http', 'https', 'www', '@', '#', ...[...NUMBERED].filter((word) => word.length < 4)],

  read(reading, i): Candidate | undefined {
    const { lexemes } = reading
    const word = lexemes.lower(i)
    const certain = (to: number): Candidate => candidate('quantity', i, to, {}, { nothing: true, certain: true })
    const nothing = (to: number): Candidate => candidate('quantity', i, to, {}, { nothing: true })
    if (word === 'http' || word === 'https' || word === 'www' || word === '@')
      return lexemes.glued(i + 1) ? certain(gluedEnd(reading, i)) : undefined
    if (word === '#') return lexemes.glued(i + 1) ? certain(gluedEnd(reading, i)) : undefined
    if (NUMBERED.has(word)) {
      const point = lexemes.is(i + 1, '.') ? i + 2 : i + 1
      const shows =
        word === 'no' || word === 'nos' ? point > i + 1 || reading.capital(i) : point > i + 1 && reading.capital(i)
      return shows && lexemes.isNumber(point) ? nothing(point + 1) : undefined
    }
    if (!lexemes.isNumber(i)) return undefined
    const run = runEnd(reading, i)
    if (run !== undefined) return nothing(run)
    if (lexemes.glued(i)) {
      //  COVID-19, F-16, A320
      //        ^^    ^^    ^^^
      const before = DASHES.has(lexemes.lower(i - 1)) ? i - 2 : i - 1
      if (
        before >= 0 &&
        lexemes.isWord(before) &&
        lexemes.end[before]! >= lexemes.start[i]! - 1 &&
        lexemes.limit[before] === lexemes.limit[i] &&
        reading.capital(before)
      )
        return certain(i + 1)
      if (lexemes.is(i - 1, '/') || lexemes.is(i - 1, '_') || lexemes.is(i - 1, '=')) return certain(i + 1)
      if (lexemes.is(i - 1, '.') || lexemes.is(i - 1, ':')) return nothing(i + 1)
    }
    //  10 Downing Street
    if (/^\d{1,5}$/.test(lexemes.lower(i)) && reading.capital(i + 1)) {
      for (let k = i + 2; k <= i + 4; k++)
        if (STREETS.has(lexemes.lower(k)) && reading.capital(k) && lexemes.limit[k] === lexemes.limit[i])
          return nothing(k + 1)
    }
    return numbered(reading, i) ? nothing(i + 1) : undefined
  },

  examples: [
    ['See https://example.org/2019/5-years now.'],
    ['They won 3-1 at home.'],
    ['Call 555-1234 now.'],
    ['A Boeing 737 landed.'],
    ['He lives at 10 Garden Street.'],
    ['She came in as No. 5.'],
    ['The 9/11 attacks shook it.'],
  ],
  not: ['They sold 5 boats.'],
})

/** Everything up to the next white space. */
function gluedEnd(reading: Reading, i: number): number {
  const { lexemes } = reading
  let to = i + 1
  while (to < lexemes.limit[i]! && lexemes.glued(to)) to++
  while (to > i + 1 && ['.', ',', ')', ';', '"', '”'].includes(lexemes.lower(to - 1))) to--
  return to
}

/** Scores, phone numbers, and numbers with strokes: `3-1`, `6-4, 7-5`, `555-1234`, `9/11`, `24/7`. */
function runEnd(reading: Reading, i: number): number | undefined {
  const { lexemes } = reading
  const mark = lexemes.lower(i + 1)
  const slash = mark === '/'
  if ((!slash && !DASHES.has(mark)) || !lexemes.glued(i + 1) || !lexemes.glued(i + 2) || !lexemes.isNumber(i + 2))
    return undefined
  let to = i + 3
  while (
    to + 1 < lexemes.limit[i]! &&
    lexemes.lower(to) === mark &&
    lexemes.glued(to) &&
    lexemes.glued(to + 1) &&
    lexemes.isNumber(to + 1)
  )
    to += 2
  if (to > i + 3 || slash) return to
  const [a, b] = [lexemes.lower(i), lexemes.lower(i + 2)]
  if (/^\d{3}$/.test(a) && /^\d{4}$/.test(b)) return to
  if (!/^\d{1,3}$/.test(a) || !/^\d{1,3}$/.test(b)) return undefined
  return to
}

/** Behind a word that numbers things (`section 5`), or behind a name (`Boeing 737`) with nothing counted behind. */
function numbered(reading: Reading, i: number): boolean {
  const { lexemes } = reading
  const before = lexemes.lower(i - 1)
  if (before === undefined || lexemes.limit[i - 1] !== lexemes.limit[i] || !lexemes.isWord(i - 1)) return false
  if (NUMBERED.has(before))
    return before !== 'no' && before !== 'number' ? true : before === 'number' || reading.capital(i - 1)
  if (!reading.capital(i - 1) || reading.opensSentence(i - 1)) return false
  return !/^(?:IN|DT|CC|PRP|TO|VB|MD|RB|CD)/.test(reading.tag(i - 1))
}
