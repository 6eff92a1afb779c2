import { z } from 'zod'
import { SetupError } from '../base/errors.ts'
import { mix2 } from '../base/mix.ts'
import type { Clusters } from '../parse/clusters.ts'
import { hashWord } from '../parse/words.ts'
import { RELATIONS } from './relations.ts'

/** Raised when a feature changes: weights learned with other features are refused at load. */
export const RELATION_FEATURES_VERSION = 1

const Card = z.object({
  name: z.string(),
  features: z.number(),
  /** Log odds from which a relation is proposed, and how log odds become a probability that was right when measured. */
  relations: z.array(z.object({ name: z.string(), least: z.number(), slope: z.number(), offset: z.number() })).min(1),
})
export type RelationCard = z.infer<typeof Card>

/** Log odds of relations by hashed features, in sixteenths; one table for all of them. */
export interface RelationModel {
  weights: Int8Array
  bits: number
  /** By the relation's name. */
  relations: ReadonlyMap<string, { salt: number; least: number; slope: number; offset: number }>
}

/** What the classifier of relations reads with. */
export interface Learning {
  model: RelationModel
  clusters: Clusters
}

/** A relation's own part of each hash. */
export const saltOf = (relation: string): number => hashWord(relation)

/** Throws a SetupError when the weights were learned with other features. */
export function readRelationModel(card: Record<string, unknown>, weights: Buffer): RelationModel {
  const parsed = Card.safeParse(card)
  if (!parsed.success) throw new SetupError(`${z.prettifyError(parsed.error)} (the model.json of relations)`)
  const { name, features, relations } = parsed.data
  if (features !== RELATION_FEATURES_VERSION) {
    throw new SetupError(
      `Expected relation features ${RELATION_FEATURES_VERSION}, got ${features} (model ${name}): train it again`,
    )
  }
  const unknown = relations.find((one) => !RELATIONS.some(({ name: known }) => known === one.name))
  if (unknown) throw new SetupError(`Expected the name of a relation, got \`${unknown.name}\` (model ${name})`)
  return {
    weights: new Int8Array(weights.buffer, weights.byteOffset, weights.byteLength),
    bits: Math.log2(weights.byteLength),
    relations: new Map(relations.map((one) => [one.name, { ...one, salt: saltOf(one.name) }])),
  }
}

/** The log odds of a relation for a pair with these features. */
export function logOdds({ weights, bits }: RelationModel, salt: number, features: Int32Array): number {
  const shift = 32 - bits
  let sum = 0
  for (let k = 0; k < features.length; k++) sum += weights[mix2(features[k]!, salt) >>> shift]!
  return sum / 16
}
