import { type ClauseRelation, type Oblique, oblique, type Phrase } from '../doc/clause.ts'
import { clauseRelation, predicateKind } from './predicates.ts'
import type { Tree } from './tree.ts'
import { readVerbGroup, type VerbGroup } from './verb-group.ts'

/** A clause by itself: what its own words say, before it takes anything from the clause it hangs on. */
export interface Draft {
  head: number
  kind: 'verb' | 'copula'
  lemma: string
  group: VerbGroup
  relation: ClauseRelation
  /** Index into the drafts, -1 for a root. */
  parent: number
  marker: string
  subjects: Phrase[]
  objects: Phrase[]
  indirectObjects: Phrase[]
  agents: Phrase[]
  obliques: Oblique[]
  predicate: Phrase | undefined
}

/** Every predicate of the trees with its own arguments, in text order. */
export function draftClauses(tree: Tree): Draft[] {
  const drafts: Draft[] = []
  const clauseOf = new Int32Array(tree.head.length).fill(-1)
  for (let i = 0; i < tree.head.length; i++) {
    const kind = predicateKind(tree, i)
    if (kind === undefined) continue
    clauseOf[i] = drafts.length
    drafts.push(draft(tree, i, kind))
  }
  for (const clause of drafts) {
    let up = tree.head[clause.head]!
    while (up >= 0 && clauseOf[up] === -1) up = tree.head[up]!
    if (up >= 0) clause.parent = clauseOf[up]!
    else clause.relation = 'root'
    // *has bought and sold*: what looks like a bare participle shares an auxiliary that is no passive one.
    const first = drafts[clause.parent]
    const { form, chained } = clause.group
    if (clause.relation === 'conj' && first && form === 'participle' && !chained && clause.agents.length === 0) {
      clause.group.passive &&= first.group.passive
    }
  }
  return drafts
}

function draft(tree: Tree, head: number, kind: 'verb' | 'copula'): Draft {
  const group = readVerbGroup(tree, head)
  const clause: Draft = {
    head,
    kind,
    lemma: group.particle === '' ? tree.lemma(head) : `${tree.lemma(head)} ${group.particle}`,
    group,
    relation: clauseRelation(tree, head)!,
    parent: -1,
    marker: markerOf(tree, head),
    subjects: [],
    objects: [],
    indirectObjects: [],
    agents: [],
    obliques: [],
    predicate: undefined,
  }
  if (kind === 'copula') {
    clause.predicate = tree.phrase(head)
    // *is in Oslo*
    const preposition = tree.preposition(head)
    if (preposition !== '') clause.obliques.push(oblique(clause.predicate, preposition))
  }
  for (const child of tree.children(head)) addArgument(tree, clause, child)
  if (clause.agents.length > 0) group.passive = true
  return clause
}

function addArgument(tree: Tree, clause: Draft, child: number): void {
  const relation = tree.deprel[child]!
  switch (relation) {
    case 'nsubj':
    case 'nsubj:pass':
    case 'nsubj:outer':
      if (predicateKind(tree, child) === undefined) addPhrases(tree, clause.subjects, child)
      break
    case 'obj':
      if (predicateKind(tree, child) === undefined) addPhrases(tree, clause.objects, child)
      break
    case 'iobj':
      addPhrases(tree, clause.indirectObjects, child)
      break
    case 'obl:agent':
      addPhrases(tree, clause.agents, child)
      break
    case 'xcomp':
      // *was named chairman*, *became a bank*: no clause of its own.
      if (predicateKind(tree, child) === undefined && clause.predicate === undefined) {
        clause.predicate = tree.phrase(child)
      }
      break
    default:
      if (tree.is(child, 'obl') && predicateKind(tree, child) === undefined) {
        const preposition = tree.preposition(child)
        const agents = preposition === 'by' && clause.group.passive && relation === 'obl'
        for (const token of coordinated(tree, child)) {
          const found = oblique(tree.phrase(token), tree.preposition(token) || preposition)
          if (agents) clause.agents.push(found)
          else clause.obliques.push(found)
        }
      }
  }
}

const coordinated = (tree: Tree, head: number): number[] =>
  tree.conjuncts(head, (token) => predicateKind(tree, token) === undefined)

/** Adds a noun phrase and those coordinated with it. */
function addPhrases(tree: Tree, found: Phrase[], head: number): void {
  for (const token of coordinated(tree, head)) found.push(tree.phrase(token))
}

/** A noun phrase and those coordinated with it. */
export function phrases(tree: Tree, head: number): Phrase[] {
  const found: Phrase[] = []
  addPhrases(tree, found, head)
  return found
}

/** The conjunction that opens a clause; *when*, *where* and *why* count. */
function markerOf(tree: Tree, head: number): string {
  for (const child of tree.children(head)) {
    if (child > head) break
    const relation = tree.deprel[child]!
    if (relation === 'mark' && tree.xpos(child) !== 'TO') return tree.words(child)
    if (relation === 'advmod' && tree.xpos(child) === 'WRB') return tree.lower(child)
    // A gerund's preposition: *by selling*, *without paying*.
    if (relation === 'case' && tree.upos(head) === 'VERB') return tree.words(child)
  }
  return ''
}
