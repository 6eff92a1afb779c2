import type { Correction } from './correction.ts'
import type { Verdict } from './workbench.ts'

/** What reviewers found of the facts of one type or one rule. */
export interface Judged {
  name: string
  judged: number
  accepted: number
  edited: number
  rejected: number
  /** Accepted as they were, of those judged. */
  precision: number
  /** The 95 % interval of precision (Wilson, 1927). */
  from: number
  to: number
}

export interface PrecisionReport {
  types: Judged[]
  rules: Judged[]
  all: Judged
}

/**
 * How right the extracted facts were, as judged. A fact counts once, by the last word of whoever spoke last; what
 * reviewers added is no extracted fact and does not count. Decisions on older versions of a sheet count too: they judged
 * what was extracted then.
 */
export function reportOf(corrections: readonly (readonly Correction[])[]): PrecisionReport {
  const verdicts = corrections.flatMap((ofArticle) => [...lastVerdicts(ofArticle).values()])
  return {
    types: tallied(verdicts, ({ type }) => type),
    rules: tallied(verdicts, ({ rule }) => rule),
    all: tallied(verdicts, () => 'all')[0] ?? judgedOf('all', []),
  }
}

interface FactVerdict {
  type: string
  rule: string
  verdict: Verdict
}

function lastVerdicts(corrections: readonly Correction[]): Map<string, FactVerdict> {
  const off = new Set<string>()
  for (const { decision } of corrections) {
    if (decision.what === 'undo') off.add(decision.decision)
    if (decision.what === 'redo') off.delete(decision.decision)
  }
  const last = new Map<string, FactVerdict>()
  for (const { id, sheetHash, fact, decision } of corrections) {
    if (off.has(id) || !fact || !('fact' in decision)) continue
    const key = `${sheetHash}\n${decision.fact}`
    const before = last.get(key)?.verdict
    const said = decision.what === 'accept' ? 'accepted' : decision.what === 'reject' ? 'rejected' : 'edited'
    // Who accepts what somebody has edited accepts the edit.
    const verdict = said === 'accepted' && before === 'edited' ? 'edited' : said
    last.set(key, { type: fact.type, rule: fact.rule, verdict })
  }
  return last
}

function tallied(verdicts: readonly FactVerdict[], by: (one: FactVerdict) => string): Judged[] {
  const groups = new Map<string, FactVerdict[]>()
  for (const one of verdicts) groups.set(by(one), [...(groups.get(by(one)) ?? []), one])
  return [...groups]
    .map(([name, group]) => judgedOf(name, group))
    .sort((a, b) => b.judged - a.judged || (a.name < b.name ? -1 : 1))
}

function judgedOf(name: string, group: readonly FactVerdict[]): Judged {
  const count = (wanted: Verdict): number => group.filter(({ verdict }) => verdict === wanted).length
  const judged = group.length
  const accepted = count('accepted')
  const [from, to] = wilson(accepted, judged)
  const precision = judged === 0 ? 0 : accepted / judged
  return { name, judged, accepted, edited: count('edited'), rejected: count('rejected'), precision, from, to }
}

/** Wilson's score interval at 95 %. */
export function wilson(hits: number, of: number): [number, number] {
  if (of === 0) return [0, 1]
  const z = 1.96
  const p = hits / of
  const middle = p + (z * z) / (2 * of)
  const spread = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))
  const scale = 1 + (z * z) / of
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)]
}

/** The report as a table for people. */
export function reportText({ types, rules, all }: PrecisionReport): string {
  const percent = (part: number): string => `${(100 * part).toFixed(0)} %`
  const lines = (title: string, rows: readonly Judged[]): string[] => [
    `${title.padEnd(28)} judged  right  edited  wrong  precision`,
    ...rows.map(({ name, judged, accepted, edited, rejected, precision, from, to }) =>
      [
        name.padEnd(28),
        String(judged).padStart(6),
        String(accepted).padStart(6),
        String(edited).padStart(7),
        String(rejected).padStart(6),
        `${percent(precision).padStart(10)}  (${percent(from)} to ${percent(to)})`,
      ].join(' '),
    ),
    '',
  ]
  return `${[...lines('type', types), ...lines('rule', rules), ...lines('', [all])].join('\n').trimEnd()}\n`
}
