import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { articlesOf } from '../../dist/index.js'

const N = 4
const MAX_BYTES = 1 << 24

/**
 * How well the article is found in the pages of a folder: `html/*.html`, `txt/*.txt` of the same names and perhaps
 * `metadata/*.json` (`title`, `publish_date`), as newspaper4k's test data has them. A row a page. The known texts are without captions of
 * pictures, so what is found is also compared without them.
 */
export function foundPages(folder, captions = true) {
  const rows = []
  for (const file of readdirSync(join(folder, 'txt')).sort()) {
    const stem = file.replace(/\.txt$/, '')
    const page = join(folder, 'html', `${stem}.html`)
    if (existsSync(page)) rows.push(foundIn(page, stem, folder, captions))
  }
  return rows
}

function foundIn(page, stem, folder, captions) {
  const metaFile = join(folder, 'metadata', `${stem}.json`)
  const meta = existsSync(metaFile) ? JSON.parse(readFileSync(metaFile, 'utf8')) : {}
  const began = performance.now()
  let article
  let error
  try {
    article = [...articlesOf(readFileSync(page), `${stem}.html`, { maxBytes: MAX_BYTES })][0]
  } catch (cause) {
    error = cause.message
  }
  const ms = performance.now() - began
  const body = (article?.blocks ?? [])
    .filter(({ zone }) => zone !== 'headline' && (captions || zone !== 'caption'))
    .map(({ start, end }) => article.text.slice(start, end))
    .join('\n')
  const [ours, theirs] = [grams(body), grams(readFileSync(join(folder, 'txt', `${stem}.txt`), 'utf8'))]
  const shared = common(ours, theirs)
  const precision = size(ours) === 0 ? 0 : shared / size(ours)
  const recall = size(theirs) === 0 ? 1 : shared / size(theirs)
  return {
    stem,
    error,
    english: (meta.language ?? article?.language ?? 'en').startsWith('en'),
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    headline: meta.title ? plain(article?.headline) === plain(meta.title) : undefined,
    day: meta.publish_date ? article?.published?.iso.slice(0, 10) === meta.publish_date.slice(0, 10) : undefined,
    title: article?.headline,
    published: article?.published?.iso,
    ms,
  }
}

/** Means by page; headlines and days among those pages that state them. */
export function meansOf(rows) {
  const rate = (field) => mean(rows.flatMap((row) => (row[field] === undefined ? [] : [Number(row[field])])))
  const [precision, recall] = [rate('precision'), rate('recall')]
  return {
    pages: rows.length,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    f1ByPage: rate('f1'),
    headline: rate('headline'),
    day: rate('day'),
    ms: rate('ms'),
  }
}

export const inWords = ({ pages, precision, recall, f1, f1ByPage, headline, day, ms }) =>
  `${pages} pages: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 of both ${f1.toFixed(3)}, ` +
  `F1 by page ${f1ByPage.toFixed(3)}; headline ${headline.toFixed(3)}, day ${day.toFixed(3)}; ${ms.toFixed(0)} ms a page`

function grams(text) {
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
const mean = (list) => (list.length === 0 ? Number.NaN : list.reduce((sum, x) => sum + x, 0) / list.length)
const plain = (text) =>
  (text ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
