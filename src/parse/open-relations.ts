import type { Clause, Phrase } from '../doc/clause.ts'
import { type Tree, universal } from './tree.ts'

/** A stretch of tokens, `to` exclusive. */
export interface Stretch {
  from: number
  to: number
}

/** One clause as a relation of any kind: subject first, then what the verb is about, then the rest. */
export interface OpenRelation {
  predicate: Stretch
  arguments: Stretch[]
  confidence: number
}

/** Relations that make no argument of their own: they are in the predicate, or a relation themselves. */
const CONTENT = new Set(['ccomp', 'xcomp'])

/**
 * Open information extraction from clauses: who, did what, to whom, where and when, in the words of the text. A verb
 * that governs another without object between them makes one predicate with it (*plans to expand*).
 */
export function openRelations(tree: Tree, clauses: readonly Clause[]): OpenRelation[] {
  const found: OpenRelation[] = []
  const governing = new Set<number>()
  for (const clause of clauses) if (joined(clauses, clause)) governing.add(clause.parent)
  clauses.forEach((clause, k) => {
    if (governing.has(k)) return
    const relation = relationOf(tree, clauses, clause)
    if (relation) found.push(relation)
  })
  return found
}

const joined = (clauses: readonly Clause[], { relation, parent, group }: Clause): boolean => {
  const above = parent < 0 ? undefined : clauses[parent]
  return relation === 'xcomp' && above !== undefined && above.objects.length === 0 && above.group.to <= group.from
}

function relationOf(tree: Tree, clauses: readonly Clause[], clause: Clause): OpenRelation | undefined {
  const predicate = { from: clause.group.from, to: clause.group.to }
  let top = clause
  const above: Clause[] = []
  while (joined(clauses, top)) {
    top = clauses[top.parent]!
    above.push(top)
    predicate.from = Math.min(predicate.from, top.group.from)
  }
  const subjects = clause.subjects.length > 0 ? clause.subjects : top.subjects
  const subject = subjects[0] && before(tree, whole(tree, subjects[0], subjects), predicate.from)
  const rest: Stretch[] = []
  if (clause.predicate) rest.push(withMarker(tree, clause.predicate))
  for (const phrases of [clause.indirectObjects, clause.objects]) {
    const first = phrases[0]
    if (first) rest.push(whole(tree, first, phrases))
  }
  for (const child of tree.children(clause.head)) {
    if (child === clause.predicate?.head || !CONTENT.has(universal(tree.deprel[child]!))) continue
    if (!joinedTo(child)) {
      rest.push(trimmed(tree, { from: tree.first[child]!, to: tree.behind[child]! }))
    }
  }
  const obliques = [clause, ...above].flatMap(({ obliques, agents }) => [...agents, ...obliques])
  for (const phrase of obliques) rest.push(withMarker(tree, phrase))
  const inside = rest.filter(({ from, to }) => to <= predicate.from || from >= predicate.to)
  if (!subject || inside.length === 0) return undefined
  return { predicate, arguments: [subject, ...inside], confidence: clause.modality === 'asserted' ? 0.9 : 0.8 }

  function joinedTo(child: number): boolean {
    const other = clauses.find(({ head }) => head === child)
    return other !== undefined && joined(clauses, other)
  }
}

/** What stands of a stretch in front of `at`: *a bank based in Oslo* is, of *based*, the bank. */
const before = (tree: Tree, { from, to }: Stretch, at: number): Stretch =>
  from < at && at < to ? trimmed(tree, { from, to: at }) : { from, to }

/** A phrase with those coordinated with it, as they stand in the text. */
function whole(tree: Tree, phrase: Phrase, all: readonly Phrase[]): Stretch {
  const last = all[all.length - 1]!
  return trimmed(tree, { from: phrase.from, to: Math.max(phrase.to, last.to) })
}

/** A phrase with its preposition. */
function withMarker(tree: Tree, phrase: Phrase): Stretch {
  let from = phrase.from
  for (const child of tree.children(phrase.head)) {
    if (tree.deprel[child] === 'case' && child < phrase.head) from = Math.min(from, tree.first[child]!)
  }
  return trimmed(tree, { from, to: phrase.to })
}

function trimmed(tree: Tree, { from, to }: Stretch): Stretch {
  let [first, last] = [from, to]
  while (first < last - 1 && tree.deprel[first] === 'punct') first++
  while (last - 1 > first && tree.deprel[last - 1] === 'punct') last--
  return { from: first, to: last }
}
