import { sha256 } from '../base/hash.ts'
import type { Entity } from '../doc/entity.ts'
import type { Fact } from '../doc/fact.ts'
import { factKeys } from '../doc/key.ts'
import type { FactSheet } from '../doc/sheet.ts'
import { bySpan } from '../doc/span.ts'
import { coverageOf } from '../sheet/sheet.ts'
import type { Correction } from './correction.ts'
import { glossOf } from './gloss.ts'
import { hashesOf } from './hashes.ts'
import { type Verdict, Workbench } from './workbench.ts'

/** What reviewers have said of a fact. */
export interface Judgement {
  /** The last word. */
  verdict: Verdict
  /** Whose it is. */
  by: string
  /** Do reviewers disagree? */
  disputed: boolean
  /** Everybody's own last word. */
  said: { reviewer: string; verdict: Verdict }[]
}

/** A sheet under its corrections. */
export interface Corrected {
  /** Without what was rejected; sound by `verifySheet` when the given sheet was. */
  sheet: FactSheet
  /** Facts taken out, as they last were. */
  rejected: Fact[]
  /** By fact id. */
  judgements: Record<string, Judgement>
  /** Ids of the corrections in force, in the order they were made. */
  inForce: string[]
  /** Taken back, and free to be put into force again. */
  undone: string[]
  /** Made for another version of the sheet: not applied. `sameText` when only what was extracted has changed. */
  stale: { id: string; sameText: boolean }[]
  /** Corrections that what came before them has made impossible. */
  refused: { id: string; why: string }[]
  /** Who has read the whole sheet. */
  reviewedBy: string[]
}

/**
 * Applies corrections to the sheet they were made for, in their order; those made for another version are listed and
 * never applied. Where reviewers disagree the last word counts, and the fact is marked as disputed.
 */
export function correct(sheet: FactSheet, corrections: readonly Correction[]): Corrected {
  const { sheetHash, textHash } = hashesOf(sheet)
  const stale = corrections
    .filter((one) => one.sheetHash !== sheetHash)
    .map((one) => ({ id: one.id, sameText: one.textHash === textHash }))
  const current = corrections.filter((one) => one.sheetHash === sheetHash)
  const off = undoneIn(current)
  const bench = new Workbench(sheet)
  const refused: Corrected['refused'] = []
  const inForce: Correction[] = []
  const reviewedBy = new Set<string>()
  for (const correction of current) {
    const { decision, id, reviewer } = correction
    if (decision.what === 'undo' || decision.what === 'redo' || off.has(id)) continue
    if (decision.what === 'reviewed') reviewedBy.add(reviewer)
    else {
      const why = bench.decide(decision, id, reviewer)
      if (why !== undefined) {
        refused.push({ id, why })
        continue
      }
    }
    inForce.push(correction)
  }
  return {
    ...finished(sheet, bench, inForce),
    judgements: judgementsOf(bench),
    inForce: inForce.map(({ id }) => id),
    undone: current.filter(({ id }) => off.has(id)).map(({ id }) => id),
    stale,
    refused,
    reviewedBy: [...reviewedBy],
  }
}

function undoneIn(corrections: readonly Correction[]): Set<string> {
  const off = new Set<string>()
  for (const { decision } of corrections) {
    if (decision.what === 'undo') off.add(decision.decision)
    if (decision.what === 'redo') off.delete(decision.decision)
  }
  return off
}

/** Glosses, keys and coverage follow from the content; a sheet without corrections comes back as it was. */
function finished(
  sheet: FactSheet,
  bench: Workbench,
  inForce: readonly Correction[],
): { sheet: FactSheet; rejected: Fact[] } {
  if (inForce.length === 0) return { sheet, rejected: [] }
  const entities = [...bench.entities.values()].sort(byFirstMention)
  const parts = { sentences: sheet.sentences, entities, values: sheet.values }
  const glossed = (fact: Fact): Fact =>
    bench.touched.has(fact.id)
      ? { ...fact, gloss: glossOf(fact, { ...parts, facts: [...bench.facts.values()] }) }
      : fact
  const rejected = [...bench.facts.values()].filter(({ id }) => bench.rejected.has(id)).map(glossed)
  const kept = bench.withoutRejected().map(glossed)
  const keys = factKeys(kept, entities, sheet.values)
  const facts = kept.map((fact) => ({ ...fact, key: keys.get(fact.id)! })).sort(byEvidence)
  const { provenance } = sheet
  const said = { name: 'corrections', sha256: sha256(inForce.map((one) => JSON.stringify(one)).join('\n')) }
  return {
    sheet: {
      ...sheet,
      entities,
      facts,
      coverage: coverageOf({ ...parts, facts }),
      provenance: { ...provenance, models: [...provenance.models, said] },
    },
    rejected,
  }
}

function judgementsOf(bench: Workbench): Record<string, Judgement> {
  const judgements: Record<string, Judgement> = {}
  for (const [fact, words] of bench.said) {
    const said = [...words].map(([reviewer, verdict]) => ({ reviewer, verdict }))
    const last = said.at(-1)!
    judgements[fact] = {
      verdict: last.verdict,
      by: last.reviewer,
      disputed: new Set(said.map(({ verdict }) => (verdict === 'added' ? 'accepted' : verdict))).size > 1,
      said,
    }
  }
  return judgements
}

const byFirstMention = (a: Entity, b: Entity): number => bySpan(a.mentions[0]!, b.mentions[0]!)

const byEvidence = (a: Fact, b: Fact): number =>
  bySpan(a.evidence[0]!, b.evidence[0]!) || (a.type < b.type ? -1 : a.type > b.type ? 1 : 0)
