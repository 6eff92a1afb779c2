import type { BatchResult } from './batch.ts'

/** What a run says of itself when it is over; `report.json`. Times and counts are of this run where `run` says so. */
export interface Report {
  factwire: string
  pipeline: string
  inputs: readonly string[]
  sinks: readonly string[]
  workers: number
  /** `false`: it was stopped; the same command goes on. */
  complete: boolean
  run: {
    written: number
    failed: number
    alreadyDone: number
    seconds: number
    tokensPerSecond: number
    peakMemoryMb: number
  }
  total: { articles: number; setAside: number; nearCopies: number; tokens: number; characters: number }
  factsByType: Record<string, number>
  noticesByCode: Record<string, number>
  slowest: { id: string; milliseconds: number }[]
  /** The first 100,000; all of it stands in the ledger. */
  setAside: { place: string; kind: string; reason: string }[]
  /** Files in folders and archives whose endings no format claims: how many, and the first of each ending. */
  passedOver: PassedOver[]
}

export interface PassedOver {
  ending: string
  files: number
  first: string[]
}

export interface ReportAbout {
  version: string
  pipeline: string
  inputs: readonly string[]
  sinks: readonly string[]
  workers: number
  seconds: number
  passedOver: readonly PassedOver[]
}

export function makeReport({ total, failures, run, stopped }: BatchResult, about: ReportAbout): Report {
  return {
    factwire: about.version,
    pipeline: about.pipeline,
    inputs: about.inputs,
    sinks: about.sinks,
    workers: about.workers,
    complete: !stopped,
    run: {
      written: run.written,
      failed: run.failed,
      alreadyDone: run.passedOver,
      seconds: Math.round(about.seconds * 10) / 10,
      tokensPerSecond: Math.round(run.tokens / Math.max(about.seconds, 0.001)),
      peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
    },
    total: {
      articles: total.articles,
      setAside: total.failed,
      nearCopies: total.copies,
      tokens: total.tokens,
      characters: total.characters,
    },
    factsByType: mostFirst(total.facts),
    noticesByCode: mostFirst(total.notices),
    slowest: total.slowest,
    setAside: failures.map(({ place, kind, reason }) => ({ place, kind, reason })),
    passedOver: [...about.passedOver].sort((a, b) => b.files - a.files || (a.ending < b.ending ? -1 : 1)),
  }
}

/** The same for people. */
export function reportInWords(report: Report): string {
  const { run, total, setAside } = report
  const lines = [
    `factwire ${report.factwire}, pipeline ${report.pipeline}, ${report.workers} workers, sinks ${report.sinks.join(', ')}`,
    `input: ${report.inputs.join(' ')}`,
    report.complete ? 'complete' : 'stopped before the end of the input; the same command goes on',
    '',
    `this run       ${run.written} articles written, ${run.failed} set aside, ${run.alreadyDone} done before`,
    `               ${run.seconds} s, ${run.tokensPerSecond} tokens/s, peak memory ${run.peakMemoryMb} MB`,
    `all runs       ${total.articles} articles, ${total.setAside} set aside, ${total.nearCopies} near copies of others (copies.jsonl)`,
    `               ${total.tokens} tokens, ${total.characters} characters`,
    ...table('Facts by type', report.factsByType),
    ...table('Notices', report.noticesByCode),
  ]
  if (report.slowest.length > 0) {
    lines.push('', 'Slowest articles')
    for (const { id, milliseconds } of report.slowest) lines.push(`  ${String(milliseconds).padStart(8)} ms  ${id}`)
  }
  if (report.passedOver.length > 0) {
    lines.push('', 'Passed over: no format has their ending')
    for (const { ending, files, first } of report.passedOver) {
      lines.push(`  ${String(files).padStart(8)}  ${ending}`, ...first.map((uri) => `            ${inLine(uri)}`))
      if (files > first.length) lines.push(`            and ${files - first.length} more`)
    }
  }
  if (setAside.length > 0) {
    lines.push('', `Set aside: ${total.setAside}`)
    for (const { place, kind, reason } of setAside) lines.push(`  ${inLine(place)}`, `    ${kind}: ${inLine(reason)}`)
    const more = total.setAside - setAside.length
    if (more > 0) lines.push(`  and ${more} more, which .factwire/ledger.jsonl names`)
  }
  return `${lines.join('\n')}\n`
}

/** Names of files may hold line breaks, and what a terminal takes for commands. */
const inLine = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029]/gu, (char) => `\\u${char.codePointAt(0)!.toString(16).padStart(4, '0')}`)

function table(title: string, counts: Readonly<Record<string, number>>): string[] {
  const rows = Object.entries(counts).map(([name, count]) => `  ${String(count).padStart(8)}  ${name}`)
  return rows.length === 0 ? [] : ['', title, ...rows]
}

/** Named one by one, up to so many of an ending: a folder may hold a photo for each article. */
const NAMED = 10

/** Counts a file that is passed over. */
export function passOver(counted: Map<string, PassedOver>, uri: string): void {
  const ending = /\.[^./]*$/.exec(uri)?.[0].toLowerCase() ?? uri
  const known = counted.get(ending) ?? { ending, files: 0, first: [] }
  known.files++
  if (known.first.length < NAMED) known.first.push(uri)
  counted.set(ending, known)
}

function mostFirst(counts: Readonly<Record<string, number>>): Record<string, number> {
  const order = ([a, n]: [string, number], [b, m]: [string, number]): number => m - n || (a < b ? -1 : 1)
  return Object.fromEntries(Object.entries(counts).sort(order))
}
