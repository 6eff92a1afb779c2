import { ReadError } from '../../base/errors.ts'
import { parseJson } from '../json-file.ts'
import type { Format } from '../reader.ts'
import { articleOfRecord, hasText } from '../record.ts'

/** An article as an object, a list of them, or an object with such a list. */
const json: Format = {
  name: 'json',
  about: 'An object with the fields of an article, or a list of them; fields by their usual names, or as `--map` says',
  extensions: ['json'],
  claims: (text) => /^\ufeff?\s*[[{]/.test(text),

  *read({ uri, stem, text, map }) {
    const records = recordsOf(parseJson(text, uri))
    if (records.length === 0) throw new ReadError('Expected articles, got an empty list', { file: uri })
    for (const [i, record] of records.entries()) {
      const place = `item ${i + 1}`
      const at = { uri, stem, number: i + 1, place, format: 'json', map }
      try {
        const article = articleOfRecord(record, JSON.stringify(record), at)
        yield records.length === 1 && article.id === `${stem}-1` ? { ...article, id: stem } : article
      } catch (error) {
        const told = ReadError.of(error, uri, place)
        if (records.length === 1) throw told
        yield told
      }
    }
  },
}
export default json

function recordsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return [value]
  if (hasText(value)) return [value]
  const list = Object.values(value).find(
    (candidate): candidate is object[] =>
      Array.isArray(candidate) && candidate.some((one) => typeof one === 'object' && one !== null && hasText(one)),
  )
  return list ?? [value]
}
