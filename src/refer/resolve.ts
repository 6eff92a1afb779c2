import { Candidates } from './candidates.ts'
import type { Figure, Reference } from './figure.ts'
import type { Gender, Knowledge } from './knowledge.ts'
import { definiteAt, resolveDefinite } from './nominals.ts'
import { FORMS, resolvePronoun } from './pronouns.ts'
import type { Scene } from './scene.ts'

/** Finds who is meant by every definite noun and every pronoun of the third person, in the order of the text. */
export function resolveReferences(scene: Scene): void {
  const { tree } = scene
  const candidates = new Candidates()
  const starts = new Map<number, [number, Reference]>()
  scene.figures.forEach((figure, f) => {
    figure.gender ||= genderOf(figure, scene.knowledge)
    for (const reference of figure.references) starts.set(reference.from, [f, reference])
  })
  const meet = (f: number, head: number, byPronoun: boolean) => {
    candidates.meet(scene, f, head, scene.figures[f]!.gender, byPronoun)
    // they, after "Ann Lee and Bob Ray": both
    const isJoined = tree.is(head, 'conj') || tree.child(head, 'conj') !== -1
    if (isJoined && !byPronoun) candidates.pass(scene, head, 'thing', '', true)
  }
  for (let i = 0; i < tree.tokens.count; i++) {
    const start = starts.get(i)
    if (start) {
      meet(start[0], scene.headOf(start[1]), false)
      i = start[1].to - 1
      continue
    }
    if (FORMS.has(tree.lower(i))) {
      const f = resolvePronoun(scene, i, candidates)
      if (f === -1) continue
      scene.refer(f, { from: i, to: i + 1, kind: 'pronoun' })
      scene.figures[f]!.gender ||= FORMS.get(tree.lower(i))!.gender
      meet(f, i, true)
      continue
    }
    const definite = definiteAt(scene, i)
    if (definite) {
      const f = resolveDefinite(scene, definite, candidates)
      if (f !== -1) {
        scene.refer(f, { from: i, to: definite.head + 1, kind: 'nominal' })
        meet(f, definite.head, false)
        i = definite.head
        continue
      }
    }
    if (tree.upos(i) === 'NOUN' && scene.figureOf[i] === -1 && isArgument(scene, i)) passNoun(scene, i, candidates)
  }
}

/** A common noun that is no figure's: a pronoun may mean it. */
function passNoun(scene: Scene, i: number, candidates: Candidates): void {
  const sense = scene.knowledge.nominals.get(scene.noun(i))?.find(({ type }) => type === 'person')
  const plural = scene.tree.xpos(i) === 'NNS'
  candidates.pass(scene, i, sense ? 'person' : 'thing', sense?.gender ?? '', plural)
}

const isArgument = ({ tree }: Scene, i: number): boolean =>
  /^(?:nsubj|obj|iobj|obl|nmod|conj|root)/.test(tree.deprel[i]!)

/** The sex that a person's given name tells, where it tells one. */
function genderOf({ type, names, nouns }: Figure, { givenNames, nominals }: Knowledge): Gender {
  if (type !== 'person') return ''
  for (const noun of nouns) {
    const told = nominals.get(noun)?.find(({ gender }) => gender !== '')?.gender
    if (told) return told
  }
  for (const { words } of names) {
    if (words.length < 2) continue
    for (const word of words.slice(0, -1)) {
      const told = givenNames.get(word)
      if (told) return told
    }
  }
  return ''
}
