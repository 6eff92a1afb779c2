import type { Clause } from '../doc/clause.ts'
import type { Candidate, Candidates } from './candidates.ts'
import type { Gender } from './knowledge.ts'
import type { Scene } from './scene.ts'
import { SAYING } from './speakers.ts'

interface Form {
  gender: Gender
  kind: 'person' | 'thing' | 'plural'
  possessive: boolean
  reflexive: boolean
}

const form = (kind: Form['kind'], gender: Gender, use: '' | 'possessive' | 'reflexive' = ''): Form => ({
  kind,
  gender,
  possessive: use === 'possessive',
  reflexive: use === 'reflexive',
})

/** Pronouns of the third person. */
export const FORMS: ReadonlyMap<string, Form> = new Map([
  ['he', form('person', 'male')],
  ['him', form('person', 'male')],
  ['his', form('person', 'male', 'possessive')],
  ['himself', form('person', 'male', 'reflexive')],
  ['she', form('person', 'female')],
  ['her', form('person', 'female', 'possessive')],
  ['hers', form('person', 'female', 'possessive')],
  ['herself', form('person', 'female', 'reflexive')],
  ['it', form('thing', '')],
  ['its', form('thing', '', 'possessive')],
  ['itself', form('thing', '', 'reflexive')],
  ['they', form('plural', '')],
  ['them', form('plural', '')],
  ['their', form('plural', '', 'possessive')],
  ['themselves', form('plural', '', 'reflexive')],
])

/** What a candidate must beat to be taken: no antecedent is better than a wrong one. */
const LEAST: Readonly<Record<Form['kind'], number>> = { person: -4, thing: -0.4, plural: 0.2 }
const REACH: Readonly<Record<Form['kind'], number>> = { person: 5, thing: 2, plural: 2 }

/** The figure that the pronoun at token `i` means, or -1. */
export function resolvePronoun(scene: Scene, i: number, candidates: Candidates): number {
  const { tree } = scene
  const spec = FORMS.get(tree.lower(i))
  if (!spec || isPleonastic(scene, i)) return -1
  const place = placeOf(scene, i, spec)
  let best: Candidate | undefined
  let bestScore = Number.NEGATIVE_INFINITY
  for (const candidate of candidates.near(scene.sentenceOf[i]!, REACH[spec.kind])) {
    const score = scoreOf(scene, place, candidate)
    if (score > bestScore || (score === bestScore && candidate.head > (best?.head ?? -1))) {
      best = candidate
      bestScore = score
    }
  }
  return best && bestScore >= LEAST[spec.kind] ? best.figure : -1
}

/** Where a pronoun stands, as far as its antecedent hangs on it. */
interface Place {
  at: number
  spec: Form
  isPossessive: boolean
  clause: number
  /** Heads of the subjects of its clause, and of the clause above. */
  own: readonly number[]
  above: readonly number[]
}

function placeOf(scene: Scene, at: number, spec: Form): Place {
  const clause = scene.clauseOf(at)
  const here = scene.clauses[clause]
  const over = here && here.parent >= 0 ? scene.clauses[here.parent] : undefined
  return {
    at,
    spec,
    isPossessive: spec.possessive && !/^(?:obj|iobj|obl|nsubj)/.test(scene.tree.deprel[at]!),
    clause,
    own: headsOf(here),
    above: headsOf(over),
  }
}

function headsOf(clause: Clause | undefined): number[] {
  const heads: number[] = []
  if (clause) for (const { head } of clause.subjects) heads.push(head)
  return heads
}

function scoreOf(scene: Scene, { at, spec, isPossessive, clause, own, above }: Place, candidate: Candidate): number {
  const fit = fits(spec, candidate)
  if (fit === Number.NEGATIVE_INFINITY) return fit
  const { tree } = scene
  const distance = scene.sentenceOf[at]! - candidate.sentence
  let score = fit - distance + candidate.prominence + 0.25 * Math.log2(candidate.count)
  if (candidate.byPronoun) score += 0.3
  if (distance === 0) {
    const isSubject = own.some((head) => isOf(scene, head, candidate))
    const same = clause === scene.clauseOf(candidate.head)
    // a subject acts on others unless the pronoun says "itself"
    if (spec.reflexive) score += isSubject ? 2 : -1
    else if ((isSubject || same) && !isPossessive) return Number.NEGATIVE_INFINITY
    else if (isSubject) score += 0.9
    else if (above.some((head) => isOf(scene, head, candidate))) score += 0.5
    // what the possessive hangs on is not its owner
    if (isPossessive && tree.head[at] === candidate.head) return Number.NEGATIVE_INFINITY
  } else if (/^nsubj/.test(tree.deprel[at]!) && candidate.prominence >= 0.9) score += 0.4
  // it said, after "Acme said": the same speaker
  if (spec.kind === 'thing' && candidate.type === 'organization' && saysAt(scene, at) && saysAt(scene, candidate.head))
    score += 0.8
  // outside a quotation nobody speaks of what only stands inside one
  if (scene.quoteOf[at] !== scene.quoteOf[candidate.head]) score -= 0.3
  return score
}

/** Is a token the subject of a verb of saying? */
const saysAt = ({ tree }: Scene, i: number): boolean =>
  /^nsubj$/.test(tree.deprel[i]!) && SAYING.has(tree.lemma(tree.head[i]!))

const isOf = ({ figureOf }: Scene, head: number, { figure, head: own }: Candidate): boolean =>
  figure === -1 ? head === own : figureOf[head] === figure

function fits(spec: Form, { figure, type, gender, plural }: Candidate): number {
  const no = Number.NEGATIVE_INFINITY
  switch (spec.kind) {
    case 'person':
      if (type !== 'person' || plural || (gender !== '' && gender !== spec.gender)) return no
      // one who is only called by a noun is rarely taken up
      return (gender === spec.gender ? 0.4 : 0) - (figure === -1 ? 0.4 : 0)
    case 'thing':
      if (type === 'person' || type === 'group' || plural) return no
      if (figure === -1) return 0.1
      return type === 'organization' ? 0.4 : type === 'place' ? 0.1 : type === 'event' ? -0.2 : 0.1
    case 'plural':
      if (figure === -1) return plural ? 0.9 : no
      return type === 'organization' ? 0 : type === 'group' ? 0.2 : no
  }
}

const SAID = new Set(
  'say announce report state believe expect understand know hope think learn reveal claim allege note estimate'.split(
    ' ',
  ),
)
const SEEMING = new Set('seem appear turn happen rain snow take remain matter follow emerge transpire'.split(' '))

/** *It is clear that …*, *it seems*, *it took two years to …*: an *it* that means nothing. */
function isPleonastic({ tree }: Scene, i: number): boolean {
  if (tree.lower(i) !== 'it') return false
  if (tree.is(i, 'expl')) return true
  const above = tree.head[i]!
  if (above < 0) return false
  const isCopula = tree.child(above, 'cop') !== -1
  const upos = tree.upos(above)
  if (isCopula && tree.lemma(above) === 'time') return true
  if (tree.is(i, 'nsubj:pass') && SAID.has(tree.lemma(above))) return true
  // making it easy to …
  if (tree.is(i, 'obj') && tree.lemma(above) === 'make' && /^(?:ADJ|ADV)$/.test(tree.upos(i + 1))) return true
  if (isCopula && upos === 'ADJ') {
    for (const child of tree.children(above))
      if (child > above && /^(?:csubj|ccomp|xcomp|advcl)/.test(tree.deprel[child]!)) return true
  }
  if (tree.is(i, 'nsubj:pass') || isCopula)
    for (const child of tree.children(above))
      if (child > above && /^(?:csubj|ccomp)/.test(tree.deprel[child]!)) return true
  return SEEMING.has(tree.lemma(above)) && (tree.child(above, 'ccomp') !== -1 || tree.child(above, 'csubj') !== -1)
}
