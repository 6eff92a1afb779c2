import type { NamedText } from './some-names.ts'

export interface Score {
  precision: number
  recall: number
  f1: number
}

interface Counts {
  right: number
  found: number
  wanted: number
}

/** A name of a text, its type as the data sets write it. */
export interface TypedSpan {
  start: number
  end: number
  type: string
}

/**
 * Strict scores by type and over all (`ALL`): a name is right when both ends and the type are. Articles in front and
 * possessives behind are cut on both sides.
 */
export function scoreNames(
  pairs: readonly { gold: NamedText; found: readonly TypedSpan[] }[],
  types: readonly string[],
): Map<string, Score> {
  const counts = new Map<string, Counts>([...types, 'ALL'].map((type) => [type, { right: 0, found: 0, wanted: 0 }]))
  for (const { gold, found } of pairs) {
    const wanted = keys(gold.text, gold.entities, types)
    const given = keys(gold.text, found, types)
    for (const key of wanted) count(key, 'wanted')
    for (const key of given) {
      count(key, 'found')
      if (wanted.has(key)) count(key, 'right')
    }
  }
  return new Map(
    [...counts].map(([type, { right, found, wanted }]) => {
      const precision = found === 0 ? 0 : right / found
      const recall = wanted === 0 ? 0 : right / wanted
      return [type, { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) }]
    }),
  )

  function count(key: string, what: keyof Counts): void {
    counts.get(key.slice(key.lastIndexOf(' ') + 1))![what]++
    counts.get('ALL')![what]++
  }
}

function keys(text: string, spans: readonly TypedSpan[], types: readonly string[]): Set<string> {
  const found = new Set<string>()
  for (const { start, end, type } of spans) {
    if (!types.includes(type)) continue
    const words = text.slice(start, end)
    const front = /^(?:the|The|THE) /.exec(words)?.[0].length ?? 0
    const from = front < words.length ? start + front : start
    const behind = /['’]s?$/.exec(text.slice(from, end))
    found.add(`${from} ${behind && behind.index > 0 ? from + behind.index : end} ${type}`)
  }
  return found
}
