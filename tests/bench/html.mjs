// How well the article is found in pages of HTML whose text is known.
//
//   npm run build && node tests/bench/html.mjs FOLDER [--each]
//
// FOLDER holds `html/*.html`, `txt/*.txt` of the same names and perhaps `metadata/*.json` (`title`, `publish_date`), as
// newspaper4k's test data does. Prints 4-gram precision, recall and F1, averaged by page, over pages in English and in all,
// and how often the headline and the day of publication are right.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { articlesOf } from '../../dist/index.js'

const folder = process.argv[2]
const each = process.argv.includes('--each')
const N = 4

const grams = (text) => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []
  const counts = new Map()
  for (let i = 0; i + Math.min(N, words.length) <= words.length && words.length > 0; i++) {
    const gram = words.slice(i, i + N).join(' ')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
    if (words.length < N) break
  }
  return counts
}
const size = (counts) => [...counts.values()].reduce((sum, n) => sum + n, 0)
const common = (a, b) => [...a].reduce((sum, [gram, n]) => sum + Math.min(n, b.get(gram) ?? 0), 0)
const plain = (text) =>
  (text ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

const rows = []
for (const file of readdirSync(join(folder, 'txt')).sort()) {
  const stem = file.replace(/\.txt$/, '')
  const page = join(folder, 'html', `${stem}.html`)
  if (!existsSync(page)) continue
  const gold = readFileSync(join(folder, 'txt', file), 'utf8')
  const metaFile = join(folder, 'metadata', `${stem}.json`)
  const meta = existsSync(metaFile) ? JSON.parse(readFileSync(metaFile, 'utf8')) : {}
  const began = performance.now()
  let article
  try {
    article = [...articlesOf(readFileSync(page), `${stem}.html`, { maxBytes: 1 << 24 })][0]
  } catch (error) {
    console.log(`${stem}: ${error.message}`)
  }
  const ms = performance.now() - began
  const body = (article?.blocks ?? [])
    .filter(({ zone }) => zone !== 'headline')
    .map(({ start, end }) => article.text.slice(start, end))
    .join('\n')
  const [ours, theirs] = [grams(body), grams(gold)]
  const shared = common(ours, theirs)
  const precision = size(ours) === 0 ? 0 : shared / size(ours)
  const recall = size(theirs) === 0 ? 1 : shared / size(theirs)
  rows.push({
    stem,
    english: (meta.language ?? article?.language ?? 'en').startsWith('en'),
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    headline: meta.title ? plain(article?.headline) === plain(meta.title) : undefined,
    day: meta.publish_date ? article?.published?.iso.slice(0, 10) === meta.publish_date.slice(0, 10) : undefined,
    ms,
  })
  if (each)
    console.log(
      stem.padEnd(24),
      precision.toFixed(3),
      recall.toFixed(3),
      rows.at(-1).headline,
      rows.at(-1).day,
      `${ms.toFixed(0)} ms`,
      JSON.stringify(article?.headline),
      article?.published?.iso,
    )
}

const mean = (list) => (list.length === 0 ? Number.NaN : list.reduce((sum, x) => sum + x, 0) / list.length)
for (const [name, chosen] of [
  ['english', rows.filter(({ english }) => english)],
  ['all', rows],
]) {
  const rate = (field) => mean(chosen.flatMap((row) => (row[field] === undefined ? [] : [Number(row[field])])))
  const [p, r] = [mean(chosen.map(({ precision }) => precision)), mean(chosen.map(({ recall }) => recall))]
  console.log(
    `${name.padEnd(8)} ${chosen.length} pages: precision ${p.toFixed(3)}, recall ${r.toFixed(3)}, F1 of both ${((2 * p * r) / (p + r)).toFixed(3)}, ` +
      `F1 by page ${mean(chosen.map(({ f1 }) => f1)).toFixed(3)}; headline ${rate('headline').toFixed(3)}, day ${rate('day').toFixed(3)}; ${mean(chosen.map(({ ms }) => ms)).toFixed(0)} ms a page`,
  )
}
