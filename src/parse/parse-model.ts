import { z } from 'zod'
import { SetupError } from '../base/errors.ts'
import type { WayModel } from './one-way.ts'
import { PARSE_FEATURES_VERSION } from './parse-features.ts'
import type { ParseModel } from './parser.ts'
import { KINDS } from './sight.ts'
import { MOVES } from './transition.ts'
import { asBuffer, bytesAt } from './weights.ts'

const Way = z.object({
  /** By pair of universal tags; every relation is possible where a pair is left out. */
  seen: z.record(z.string(), z.array(z.number())),
  moveBits: z.number(),
  relationBits: z.number(),
})

const Card = z.object({
  name: z.string(),
  features: z.number(),
  labels: z.array(z.string()).min(2),
  upos: z.array(z.string()),
  backward: Way,
  forward: Way,
})
type Card = z.infer<typeof Card>

/** The parser of a model folder. Throws a SetupError when it was trained with other features. */
export function readParseModel(card: Record<string, unknown>, weights: Buffer): ParseModel {
  const parsed = Card.safeParse(card)
  if (!parsed.success) throw new SetupError(`${z.prettifyError(parsed.error)} (the parser's model.json)`)
  const { name, features, labels, upos } = parsed.data
  if (features !== PARSE_FEATURES_VERSION) {
    throw new SetupError(
      `Expected parse features ${PARSE_FEATURES_VERSION}, got ${features} (model ${name}): train it again`,
    )
  }
  let offset = 0
  const way = ({ seen, moveBits, relationBits }: z.infer<typeof Way>): WayModel => {
    const moves = bytesAt(weights, offset, 2 ** moveBits + MOVES)
    const relations = bytesAt(weights, offset + moves.length, 2 ** relationBits + labels.length)
    offset += moves.length + relations.length
    const every = everyRelation(labels)
    const lists = Array.from({ length: KINDS * KINDS * 2 }, (_, pair) => {
      const list = seen[pair]
      return list ? Uint8Array.from(list) : every
    })
    return { labels, seen: lists, moves, moveBits, relations, relationBits }
  }
  return { upos, backward: way(parsed.data.backward), forward: way(parsed.data.forward) }
}

/** Every relation but none and `root`. */
export const everyRelation = (labels: readonly string[]): Uint8Array =>
  Uint8Array.from({ length: labels.length - 2 }, (_, i) => i + 2)

/** What `readParseModel` reads. */
export function writeParseModel(name: string, model: ParseModel): { card: Card; weights: Buffer } {
  const way = ({ labels, seen, moveBits, relationBits }: WayModel): z.infer<typeof Way> => ({
    seen: Object.fromEntries(
      [...seen.entries()]
        .filter(([, list]) => list.length < labels.length - 2)
        .map(([pair, list]) => [pair, [...list]]),
    ),
    moveBits,
    relationBits,
  })
  const { backward, forward, upos } = model
  const card = {
    name,
    features: PARSE_FEATURES_VERSION,
    labels: [...forward.labels],
    upos: [...upos],
    backward: way(backward),
    forward: way(forward),
  }
  const tables = [backward.moves, backward.relations, forward.moves, forward.relations]
  return { card, weights: Buffer.concat(tables.map(asBuffer)) }
}
