import type { ClauseRelation } from '../doc/clause.ts'
import { type Tree, universal } from './tree.ts'

const RELATIONS: ReadonlyMap<string, ClauseRelation> = new Map(
  Object.entries<ClauseRelation>({
    root: 'root',
    conj: 'conj',
    ccomp: 'ccomp',
    xcomp: 'xcomp',
    advcl: 'advcl',
    acl: 'acl',
    csubj: 'csubj',
    parataxis: 'parataxis',
    appos: 'appos',
    list: 'parataxis',
    dep: 'parataxis',
    discourse: 'parataxis',
    dislocated: 'parataxis',
    orphan: 'parataxis',
    reparandum: 'parataxis',
    nsubj: 'csubj',
    obj: 'ccomp',
    obl: 'advcl',
    nmod: 'acl',
  }),
)

/** How a predicate hangs on its clause; `undefined` where its relation makes no clause (*the proposed deal*). */
export function clauseRelation(tree: Tree, i: number): ClauseRelation | undefined {
  const relation = tree.deprel[i]!
  if (relation === 'acl:relcl') return 'acl:relcl'
  return RELATIONS.get(relation) ?? RELATIONS.get(universal(relation))
}

/**
 * Is token `i` the predicate of a clause: a verb that no noun phrase has swallowed, or the noun or adjective of a copula?
 */
export function predicateKind(tree: Tree, i: number): 'verb' | 'copula' | undefined {
  const relation = clauseRelation(tree, i)
  if (relation === undefined) return undefined
  if (tree.child(i, 'cop') !== -1) return 'copula'
  const upos = tree.upos(i)
  if (upos !== 'VERB' && upos !== 'AUX') return undefined
  const xpos = tree.xpos(i)
  if (relation === 'conj' && !clausal(tree, i)) return undefined
  // A gerund with a determiner or adjective is a noun, whatever its tag.
  const name = universal(tree.deprel[i]!)
  if (name === 'nsubj' || name === 'obj' || name === 'obl' || name === 'nmod') {
    if (xpos !== 'VBG' || tree.child(i, 'det') !== -1 || tree.child(i, 'amod') !== -1) return undefined
  }
  return 'verb'
}

/** Is the first of the things coordinated a clause, or does this one have what only clauses have? */
function clausal(tree: Tree, i: number): boolean {
  let head = tree.head[i]!
  while (head >= 0 && tree.deprel[head] === 'conj') head = tree.head[head]!
  if (head < 0) return true
  if (clauseRelation(tree, head) !== undefined && predicateKind(tree, head) !== undefined) return true
  return tree.child(i, 'nsubj') !== -1 || tree.child(i, 'aux') !== -1
}
