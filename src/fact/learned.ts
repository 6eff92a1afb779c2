import { type Pair, pairsIn } from './pairs.ts'
import type { Party } from './parties.ts'
import { RelationFeatures } from './relation-features.ts'
import { type Learning, logOdds, type RelationModel } from './relation-model.ts'
import type { View } from './view.ts'

/** A relation that a pair of a sentence states, as the classifier has it. */
export interface Learned {
  relation: string
  subject: Party
  object: Party
  /** 0 to 1: how often such a one was right on passages the weights had not seen. */
  confidence: number
}

/** Relations that somebody or something has one of. */
const SINGLE = new Set(['born', 'died', 'founded'])

/** Pairs of relations of which the same two stand in one only. */
const RIVALS: readonly (readonly [string, string])[] = [
  ['born', 'died'],
  ['spouse', 'child-of'],
  ['studied-at', 'belongs-to'],
]

/** The relations that the article states, each told by the pair that says it most clearly, by place. */
export function learnedIn(view: View, { model, clusters }: Learning): Learned[] {
  const features = new RelationFeatures(view, clusters)
  const best = new Map<string, Learned>()
  const keep = (key: string, one: Learned): void => {
    const rival = best.get(key)
    if (!rival || one.confidence > rival.confidence) best.set(key, one)
  }
  for (const sentence of view.sentences) {
    for (const pair of pairsIn(view, sentence)) {
      for (const one of told(pair, features, model)) {
        const { relation, subject, object } = one
        keep(keyOf(relation, subject, object), one)
      }
    }
  }
  return [...best.values()]
    .filter((one) => !reversed(one, best) && !RIVALS.some((rivals) => outdone(one, rivals, best)))
    .sort((a, b) => a.object.from - b.object.from || a.subject.from - b.subject.from)
}

function told({ subject, object, between, relations }: Pair, features: RelationFeatures, model: RelationModel) {
  const seen = features.of(subject, object, between)
  const found: Learned[] = []
  for (const { name } of relations) {
    const known = model.relations.get(name)
    if (!known) continue
    const score = logOdds(model, known.salt, seen)
    if (score < known.least) continue
    const confidence = 1 / (1 + Math.exp(-(known.slope * score + known.offset)))
    found.push({ relation: name, subject, object, confidence })
  }
  return found
}

/** Does the same relation hold the other way round, and more clearly? */
function reversed({ relation, subject, object, confidence }: Learned, all: ReadonlyMap<string, Learned>): boolean {
  const back = all.get(`${relation} ${object.id} ${subject.id}`)
  return back !== undefined && back.confidence > confidence
}

/** Does a rival relation of the same two score higher? */
function outdone(one: Learned, rivals: readonly [string, string], all: ReadonlyMap<string, Learned>): boolean {
  if (!rivals.includes(one.relation)) return false
  const other = rivals[0] === one.relation ? rivals[1] : rivals[0]
  const { subject, object, confidence } = one
  return [keyOf(other, subject, object), keyOf(other, object, subject)].some((key) => {
    const rival = all.get(key)
    if (!rival || rival.confidence <= confidence) return false
    return [subject.id, object.id].includes(rival.object.id)
  })
}

/** What says the same: of a relation that somebody has one of, whatever the object. */
const keyOf = (relation: string, subject: Party, object: Party): string =>
  SINGLE.has(relation) ? `${relation} ${subject.id}` : `${relation} ${subject.id} ${object.id}`
