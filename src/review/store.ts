import { statSync } from 'node:fs'
import { join } from 'node:path'
import { FactwireError } from '../base/errors.ts'
import type { FactSheet } from '../doc/sheet.ts'
import { type Corrected, correct } from './correct.ts'
import { CORRECTION_SCHEMA, Correction, type Decision } from './correction.ts'
import { Corrections } from './corrections.ts'
import { hashesOf } from './hashes.ts'
import { openIndex } from './index-file.ts'
import type { Status } from './queue.ts'
import { SheetFiles } from './sheet-files.ts'
import type { Row, SheetIndex } from './sheet-index.ts'

/** A sheet as the desk shows it. */
export interface DeskSheet extends Corrected {
  /** As it was extracted. */
  original: FactSheet
  sheetHash: string
  /** All that has been decided on the article, in order, also what is stale, undone or refused. */
  corrections: readonly Correction[]
}

export interface NewCorrection {
  id: string
  reviewer: string
  sheetHash: string
  decision: Decision
}

/** Why a decision was not taken. */
export type Refusal = { status: 404 | 409 | 422; why: string }

/** Sheets and what reviewers have said of them. */
export class DeskStore {
  readonly index: SheetIndex
  readonly corrections: Corrections
  readonly #files: SheetFiles
  readonly #rows: ReadonlyMap<string, Row>
  readonly #now: () => string
  /** Of articles that somebody has begun; made again when their corrections grow. */
  readonly #statuses = new Map<string, { corrections: number; status: Status }>()

  /** Throws a SetupError when there are no sheets at `out`. */
  constructor(out: string, options: { corrections?: string; now: () => string; progress?: (read: number) => void }) {
    this.#files = new SheetFiles(out)
    this.index = openIndex(this.#files, options.progress)
    this.corrections = new Corrections(options.corrections ?? correctionsPath(out))
    this.#rows = new Map(this.index.rows.map((row) => [row.id, row]))
    this.#now = options.now
  }

  /** Every sheet's id, in the order of the files. */
  get ids(): string[] {
    return [...this.#rows.keys()]
  }

  original(id: string): FactSheet | undefined {
    const row = this.#rows.get(id)
    return row && this.#files.read(row.place)
  }

  open(id: string): DeskSheet | undefined {
    const original = this.original(id)
    if (!original) return undefined
    this.corrections.refresh()
    const corrections = this.corrections.of(id)
    return { ...correct(original, corrections), original, sheetHash: hashesOf(original).sheetHash, corrections }
  }

  statuses(): Map<string, Status> {
    this.corrections.refresh()
    const statuses = new Map<string, Status>()
    for (const id of this.corrections.articles) {
      const count = this.corrections.of(id).length
      let known = this.#statuses.get(id)
      if (known?.corrections !== count) {
        const sheet = this.open(id)
        if (!sheet) continue
        known = { corrections: count, status: statusOf(sheet) }
        this.#statuses.set(id, known)
      }
      statuses.set(id, known.status)
    }
    return statuses
  }

  /** Keeps a decision, when it is about the sheet as it stands and can be carried out; else nothing is written. */
  decide(article: string, { id, reviewer, sheetHash, decision }: NewCorrection): DeskSheet | Refusal {
    const before = this.open(article)
    if (!before) return { status: 404, why: `there is no sheet of \`${article}\`` }
    if (this.corrections.has(id)) return before
    const hashes = hashesOf(before.original)
    if (hashes.sheetHash !== sheetHash) return { status: 409, why: 'the sheet has changed since it was opened' }
    const correction = Correction.safeParse({
      schema: CORRECTION_SCHEMA,
      id,
      article,
      ...hashes,
      reviewer,
      at: this.#now(),
      ...judged(before, decision),
      decision,
    })
    if (!correction.success) return { status: 422, why: correction.error.issues[0]?.message ?? 'is no correction' }
    const mine = refusalOf(before, correction.data)
    if (mine !== undefined) return { status: 422, why: mine }
    this.corrections.append(correction.data)
    return this.open(article)!
  }
}

/** Beside the sheets: in their folder, or next to the one file. */
export function correctionsPath(out: string): string {
  const folder = statSync(out, { throwIfNoEntry: false })?.isDirectory() ?? false
  return folder ? join(out, 'corrections.jsonl') : `${out.replace(/\.jsonl?$/, '')}.corrections.jsonl`
}

export function statusOf({ stale, inForce, reviewedBy }: Corrected): Status {
  if (reviewedBy.length > 0) return 'reviewed'
  if (stale.length > 0) return 'changed'
  return inForce.length > 0 ? 'begun' : 'open'
}

/** Of the facts of the original, what the report is made of. */
function judged({ original }: DeskSheet, decision: Decision): Pick<Correction, 'fact'> {
  const fact = 'fact' in decision ? original.facts.find(({ id }) => id === decision.fact) : undefined
  if (!fact) return {}
  const { type, rule, key, confidence } = fact
  return { fact: { type, rule, key, confidence } }
}

function refusalOf({ original, corrections, inForce, undone }: DeskSheet, correction: Correction): string | undefined {
  const { decision, id } = correction
  if (decision.what === 'undo' && !inForce.includes(decision.decision)) return 'there is nothing to take back'
  if (decision.what === 'redo' && !undone.includes(decision.decision)) return 'there is nothing to put back'
  return correct(original, [...corrections, correction]).refused.find((one) => one.id === id)?.why
}

/** A reviewer's own last decision that is in force, or that they have taken back. */
export function lastOf(sheet: DeskSheet, reviewer: string, which: 'inForce' | 'undone'): string | undefined {
  const mine = new Set(sheet.corrections.filter((one) => one.reviewer === reviewer).map(({ id }) => id))
  return sheet[which].filter((id) => mine.has(id)).at(-1)
}

/** Throws a FactwireError when a decision was not taken. */
export function taken(outcome: DeskSheet | Refusal): DeskSheet {
  if ('why' in outcome) throw new FactwireError(`Expected a decision that can be carried out: ${outcome.why}`)
  return outcome
}
