import { z } from 'zod'
import { SetupError } from '../base/errors.ts'
import { PARSE_FEATURES_VERSION } from './parse-features.ts'
import { KINDS, type ParseModel } from './parser.ts'
import { MOVES } from './transition.ts'
import { asBuffer, bytesAt } from './weights.ts'

const Card = z.object({
  name: z.string(),
  features: z.number(),
  labels: z.array(z.string()).min(2),
  upos: z.array(z.string()),
  /** By pair of universal tags; every relation is possible where a pair is left out. */
  seen: z.record(z.string(), z.array(z.number())),
  moveBits: z.number(),
  relationBits: z.number(),
})
type Card = z.infer<typeof Card>

/** The parser of a model folder. Throws a SetupError when it was trained with other features. */
export function readParseModel(card: Record<string, unknown>, weights: Buffer): ParseModel {
  const parsed = Card.safeParse(card)
  if (!parsed.success) throw new SetupError(`${z.prettifyError(parsed.error)} (the parser's model.json)`)
  const { name, features, labels, upos, seen, moveBits, relationBits } = parsed.data
  if (features !== PARSE_FEATURES_VERSION) {
    throw new SetupError(
      `Expected parse features ${PARSE_FEATURES_VERSION}, got ${features} (model ${name}): train it again`,
    )
  }
  const moveCount = 2 ** moveBits + MOVES
  const every = everyRelation(labels)
  return {
    labels,
    upos,
    seen: Array.from({ length: KINDS * KINDS * 2 }, (_, pair) => {
      const list = seen[pair]
      return list ? Uint8Array.from(list) : every
    }),
    moves: bytesAt(weights, 0, moveCount),
    moveBits,
    relations: bytesAt(weights, moveCount, 2 ** relationBits + labels.length),
    relationBits,
  }
}

/** Every relation but none and `root`. */
export const everyRelation = (labels: readonly string[]): Uint8Array =>
  Uint8Array.from({ length: labels.length - 2 }, (_, i) => i + 2)

/** What `readParseModel` reads. */
export function writeParseModel(name: string, model: ParseModel): { card: Card; weights: Buffer } {
  const seen: Record<string, number[]> = {}
  model.seen.forEach((list, pair) => {
    if (list.length < model.labels.length - 2) seen[pair] = [...list]
  })
  const card = {
    name,
    features: PARSE_FEATURES_VERSION,
    labels: [...model.labels],
    upos: [...model.upos],
    seen,
    moveBits: model.moveBits,
    relationBits: model.relationBits,
  }
  return { card, weights: Buffer.concat([asBuffer(model.moves), asBuffer(model.relations)]) }
}
