import { type Clause, oblique, type Phrase } from '../doc/clause.ts'
import type { Sentence } from '../doc/tokens.ts'
import { type Draft, draftClauses, phrases } from './clause-draft.ts'
import type { Governors } from './governors.ts'
import { type Grammar, type Lexicons, qualify } from './qualify.ts'
import type { Tree } from './tree.ts'

export type { Governors, Lexicons }

const RELATIVE = new Set(['who', 'which', 'that', 'whom'])

/**
 * The clauses of an article, sorted by predicate. What a clause leaves out it takes from the one it hangs on: the subject
 * of a verb coordinated or governed, the antecedent of a relative pronoun, tense and modality of a verb without its own.
 */
export function readClauses(tree: Tree, sentences: readonly Sentence[], lexicons: Lexicons): Clause[] {
  const drafts = draftClauses(tree)
  const questions = questionMarks(tree, sentences)
  const settled: (Grammar | undefined)[] = new Array(drafts.length)

  const settle = (k: number): Grammar => {
    const known = settled[k]
    if (known) return known
    const clause = drafts[k]!
    // Heads are trees, so a parent is never settled by way of its own child.
    const parent = clause.parent === -1 ? undefined : drafts[clause.parent]!
    const above = clause.parent === -1 ? undefined : settle(clause.parent)
    fillArguments(tree, clause, parent)
    const grammar = qualify(tree, clause, parent, above, lexicons, questions)
    settled[k] = grammar
    return grammar
  }

  const clauses: Clause[] = []
  for (let k = 0; k < drafts.length; k++) clauses.push(finish(tree, drafts[k]!, settle(k)))
  return clauses
}

function finish(tree: Tree, clause: Draft, grammar: Grammar): Clause {
  const { head, kind, lemma, group, relation, parent, marker } = clause
  let from = tree.first[head]!
  let to = tree.behind[head]!
  while (from < head && (tree.deprel[from] === 'punct' || tree.deprel[from] === 'cc')) from++
  while (to - 1 > head && tree.deprel[to - 1] === 'punct') to--
  return {
    head,
    kind,
    lemma,
    group: { from: group.from, to: group.to },
    from,
    to,
    relation,
    parent,
    marker,
    voice: grammar.voice,
    tense: grammar.tense,
    modality: grammar.modality,
    polarity: grammar.polarity,
    question: grammar.question,
    subjects: clause.subjects,
    objects: clause.objects,
    indirectObjects: clause.indirectObjects,
    agents: clause.agents,
    obliques: clause.obliques,
    predicate: clause.predicate,
  }
}

/** Tokens behind whose sentence a question mark stands. */
function questionMarks(tree: Tree, sentences: readonly Sentence[]): (token: number) => boolean {
  const asked = new Uint8Array(tree.head.length)
  for (const { from, to } of sentences) {
    for (let i = to - 1; i >= from && tree.deprel[i] === 'punct'; i--) {
      if (tree.lower(i) === '?') asked.fill(1, from, to)
    }
  }
  return (token) => asked[token] === 1
}

/** Takes the arguments that grammar lets a clause leave out. */
function fillArguments(tree: Tree, clause: Draft, parent: Draft | undefined): void {
  if (clause.relation === 'acl:relcl' || clause.relation === 'acl') {
    fillFromNoun(tree, clause, parent)
    return
  }
  if (!parent || clause.subjects.length > 0) {
    if (parent && clause.relation === 'conj') shareObjects(tree, clause, parent)
    return
  }
  if (clause.relation === 'conj') {
    if (tree.head[clause.head] === parent.head) clause.subjects = parent.subjects
    shareObjects(tree, clause, parent)
  } else if (clause.relation === 'xcomp') clause.subjects = controller(parent)
  else if (clause.relation === 'advcl' && !clause.group.finite) clause.subjects = parent.subjects
}

/** *Acme bought and sold Globex*: the object behind both hangs on the first. */
function shareObjects(tree: Tree, clause: Draft, parent: Draft): void {
  if (clause.objects.length > 0 || tree.head[clause.head] !== parent.head || clause.kind !== 'verb') return
  if (clause.group.passive) return
  clause.objects = parent.objects.filter(({ from }) => from > clause.head)
}

/** Verbs whose subject, and not the object, does what is promised. */
const SUBJECT_CONTROL = new Set(['promise', 'vow', 'threaten', 'pledge', 'use', 'need', 'take'])

function controller(parent: Draft): Phrase[] {
  if (parent.group.passive || SUBJECT_CONTROL.has(parent.lemma)) return parent.subjects
  if (parent.objects.length > 0) return parent.objects
  return parent.indirectObjects.length > 0 ? parent.indirectObjects : parent.subjects
}

function fillFromNoun(tree: Tree, clause: Draft, parent: Draft | undefined): void {
  let noun = tree.head[clause.head]!
  if (noun < 0) return
  // A clause coordinated with a relative one hangs on that.
  const antecedent = phrases(tree, noun).slice(0, 1)
  if (clause.relation === 'acl') {
    if (clause.subjects.length > 0) return
    if (clause.group.form !== 'infinitive') {
      clause.subjects = antecedent
      return
    }
    // *its plan to expand*, *Acme announced a plan to expand*: who has or makes the plan.
    const possessor = tree.possessor(noun)
    if (possessor) clause.subjects = [possessor]
    else if (parent?.objects.some(({ head }) => head === noun)) {
      clause.subjects = parent.group.passive ? parent.agents : parent.subjects
    }
    return
  }
  while (tree.deprel[noun] === 'conj' && tree.head[noun]! >= 0 && tree.upos(noun) === 'PRON') noun = tree.head[noun]!
  let pronoun = false
  const itself = (found: Phrase): Phrase => found
  /** A list with the antecedent where a relative pronoun stood in it. */
  const replace = <T extends Phrase>(list: T[], standIn: (antecedent: Phrase, pronoun: T) => T): T[] => {
    const replaced: T[] = []
    for (const phrase of list) {
      if (RELATIVE.has(tree.lower(phrase.head)) && relativeTag(tree.xpos(phrase.head))) {
        pronoun = true
        for (const found of antecedent) replaced.push(standIn(found, phrase))
      } else replaced.push(phrase)
    }
    return replaced
  }
  clause.subjects = replace(clause.subjects, itself)
  clause.objects = replace(clause.objects, itself)
  clause.indirectObjects = replace(clause.indirectObjects, itself)
  clause.agents = replace(clause.agents, itself)
  clause.obliques = replace(clause.obliques, (found, { preposition }) => oblique(found, preposition))
  if (pronoun || clause.marker !== '' || clause.kind !== 'verb' || clause.group.passive) return
  // *the bank it bought*: the gap is the object.
  if (clause.subjects.length > 0 && clause.objects.length === 0) clause.objects = antecedent
  else if (clause.subjects.length === 0) clause.subjects = antecedent
}

const relativeTag = (xpos: string): boolean => xpos.startsWith('W') || xpos === 'IN' || xpos === 'DT'
