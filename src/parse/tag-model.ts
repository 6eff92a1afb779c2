import { z } from 'zod'
import { bytesOf } from '../base/bytes.ts'
import { SetupError } from '../base/errors.ts'
import { TAG_FEATURES_VERSION } from './tag-features.ts'
import { type TagModel, tagClasses } from './tagger.ts'
import { bytesAt } from './weights.ts'

const Card = z.object({
  name: z.string(),
  features: z.number(),
  tags: z.array(z.string()).min(1),
  classes: z.array(z.object({ tags: z.array(z.number()), closed: z.boolean() })).min(1),
  dictionary: z.number(),
  bits: z.number(),
  lemmas: z.record(z.string(), z.string()),
})
type Card = z.infer<typeof Card>

/** The tagger of a model folder. Throws a SetupError when it was trained with other features. */
export function readTagModel(card: Record<string, unknown>, weights: Buffer): TagModel {
  const parsed = Card.safeParse(card)
  if (!parsed.success) throw new SetupError(`${z.prettifyError(parsed.error)} (the tagger's model.json)`)
  const { name, features, tags, classes, dictionary: size, bits, lemmas } = parsed.data
  if (features !== TAG_FEATURES_VERSION) {
    throw new SetupError(
      `Expected tag features ${TAG_FEATURES_VERSION}, got ${features} (model ${name}): train it again`,
    )
  }
  const { buffer } = new Uint8Array(weights.subarray(0, size * 6))
  const keys = new Int32Array(buffer, 0, size)
  const values = new Uint16Array(buffer, size * 4, size)
  return {
    tags,
    dictionary: {
      keys,
      values,
      classes: tagClasses(
        classes.map((known, i) => (i === 0 ? { ...known, tags: known.tags.filter((tag) => open(tags[tag]!)) } : known)),
      ),
    },
    weights: bytesAt(weights, size * 6, 2 ** bits + tags.length),
    bits,
    lemmas: new Map(Object.entries(lemmas)),
  }
}

/**
 * Can a word of this tag be new? The treebanks are full of misspelt prepositions and pronouns, which the tagger learns
 * from; in edited text an unknown word is none.
 */
const open = (tag: string): boolean => OPEN.has(tag.split(' ')[1]!)

const OPEN = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'ADV', 'NUM', 'INTJ', 'SYM', 'X', 'PUNCT'])

/** What `readTagModel` reads. */
export function writeTagModel(name: string, model: TagModel): { card: Card; weights: Buffer } {
  const { keys, values, classes } = model.dictionary
  const head = Buffer.alloc(keys.length * 6)
  keys.forEach((key, i) => {
    head.writeInt32LE(key, i * 4)
  })
  values.forEach((value, i) => {
    head.writeUInt16LE(value, keys.length * 4 + i * 2)
  })
  const card = {
    name,
    features: TAG_FEATURES_VERSION,
    tags: [...model.tags],
    classes: classes.map(({ tags, closed }) => ({ tags: [...tags], closed })),
    dictionary: keys.length,
    bits: model.bits,
    lemmas: Object.fromEntries(model.lemmas),
  }
  return { card, weights: Buffer.concat([head, bytesOf(model.weights)]) }
}
