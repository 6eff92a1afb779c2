import { mix2 } from '../base/mix.ts'
import type { Parse, Sentence, Tags } from '../doc/tokens.ts'
import { Beam, type Judge } from './beam.ts'
import { labelFeatures, MAX_PARSE_FEATURES, moveFeatures, Sight } from './parse-features.ts'
import { LEFT, RIGHT, SHIFT, type State } from './transition.ts'
import { expand } from './weights.ts'
import { CLUSTERS, type Words } from './words.ts'

export interface ParseModel {
  /** Relations by number; number 0 is none, 1 is `root`. */
  labels: readonly string[]
  /** Universal tags by number. */
  upos: readonly string[]
  /** Which relations were seen between two universal tags, by `pairOf`; an empty list where none was. */
  seen: readonly Uint8Array[]
  /** The row of a feature begins at its hash's upper bits. Moves and relations have tables of their own. */
  moves: Int8Array
  moveBits: number
  relations: Int8Array
  relationBits: number
}

export const ROOT_LABEL = 1

/** Kinds of tags the relation table tells apart: 17 universal tags, the root, and what is none of them. */
export const KINDS = 20

export const pairOf = (sight: Sight, head: number, child: number): number =>
  (sight.upos[head]! * KINDS + sight.upos[child]!) * 2 + (head > child ? 1 : 0)

/** Reads the tokens of one sentence into `sight`. Tags are hashed by name, so that a model need not number them. */
export class Viewer {
  readonly #upos: ReadonlyMap<string, number>
  readonly #tags = new Map<string, number>()

  constructor(upos: readonly string[]) {
    this.#upos = new Map(upos.map((name, i) => [name, i + 1]))
  }

  view(sight: Sight, words: Words, { upos, xpos }: Pick<Tags, 'upos' | 'xpos'>, from: number, to: number): void {
    const size = to - from
    sight.reserve(size)
    let commas = 0
    for (let k = 0; k < size; k++) {
      const i = from + k
      const word = words.lower[i]!
      const tag = mix2(this.#hashTag(xpos[i]!), this.#hashTag(upos[i]!))
      sight.word[k] = word
      sight.tag[k] = tag
      sight.both[k] = mix2(word, tag)
      sight.coarse[k] = words.cluster[i * CLUSTERS + 1]!
      sight.fine[k] = words.cluster[i * CLUSTERS + 2]!
      sight.upos[k] = this.#upos.get(upos[i]!) ?? 0
      if (xpos[i] === ',') commas++
      sight.comma[k] = commas
    }
    for (const [k, kind] of [
      [size, 18],
      [size + 1, 19],
    ] as const) {
      sight.word[k] = kind
      sight.tag[k] = kind
      sight.both[k] = kind
      sight.coarse[k] = 0
      sight.fine[k] = 0
      sight.upos[k] = kind
      sight.comma[k] = commas
    }
  }

  #hashTag(name: string): number {
    let hash = this.#tags.get(name)
    if (hash === undefined) {
      hash = 0
      for (let i = 0; i < name.length; i++) hash = mix2(hash, name.charCodeAt(i))
      this.#tags.set(name, hash)
    }
    return hash
  }
}

/** How many ways through a sentence are kept, and how far behind the best in score one may fall. */
export interface Width {
  ways: number
  margin: number
}

/** The width that the models of this folder are trained for. */
export const BEAM: Width = { ways: 1, margin: Number.POSITIVE_INFINITY }

/** Parses sentences one by one with one set of buffers. */
export class Parser implements Judge {
  readonly #model: ParseModel
  readonly #viewer: Viewer
  readonly #beam: Beam
  readonly #sight = new Sight()
  readonly #rows = new Int32Array(MAX_PARSE_FEATURES)
  readonly #scores = new Float64Array(256)
  readonly #marks: readonly boolean[]

  constructor(model: ParseModel, { ways, margin }: Width) {
    this.#model = model
    this.#viewer = new Viewer(model.upos)
    this.#marks = marking(model.labels)
    this.#beam = new Beam(ways, margin)
  }

  /** Heads and relations of all sentences; what lies in none keeps head -1 and the relation `dep`. */
  parse(words: Words, tags: Pick<Tags, 'upos' | 'xpos'>, sentences: readonly Pick<Sentence, 'from' | 'to'>[]): Parse {
    const head = new Int32Array(words.count).fill(-1)
    const deprel = new Array<string>(words.count).fill('dep')
    for (const { from, to } of sentences) {
      this.#viewer.view(this.#sight, words, tags, from, to)
      const beam = this.#beam
      beam.start(to - from)
      while (!beam.done) beam.step(this)
      const found = beam.best
      for (let k = 0; k < to - from; k++) {
        head[from + k] = found.head[k] === found.root ? -1 : from + found.head[k]!
        deprel[from + k] = this.#model.labels[found.label[k]!]!
      }
    }
    return { head, deprel }
  }

  scoreMoves(state: State, out: Float64Array): void {
    const { moves, moveBits } = this.#model
    const rows = this.#rows
    const count = moveFeatures(state, this.#sight, rows)
    const shift = 32 - moveBits
    let a = 0
    let b = 0
    let c = 0
    for (let f = 0; f < count; f++) {
      const row = rows[f]! >>> shift
      a += expand(moves[row]!)
      b += expand(moves[row + 1]!)
      c += expand(moves[row + 2]!)
    }
    out[SHIFT] = a
    out[LEFT] = b
    out[RIGHT] = c
  }

  nameRelation(state: State, head: number, child: number): number {
    if (head === state.root) return ROOT_LABEL
    const { relations, relationBits, seen } = this.#model
    const among = seen[pairOf(this.#sight, head, child)]!
    if (among.length === 1) return among[0]!
    const rows = this.#rows
    const scores = this.#scores
    const count = labelFeatures(state, this.#sight, head, child, rows)
    const shift = 32 - relationBits
    const width = among.length
    scores.fill(0, 0, width)
    for (let f = 0; f < count; f++) {
      const row = rows[f]! >>> shift
      for (let k = 0; k < width; k++) scores[k]! += expand(relations[row + among[k]!]!)
    }
    let top = 0
    for (let k = 1; k < width; k++) if (scores[k]! > scores[top]!) top = k
    return among[top]!
  }

  marks(relation: number): boolean {
    return this.#marks[relation]!
  }
}

export const marking = (labels: readonly string[]): boolean[] =>
  labels.map((label) => label === 'case' || label === 'mark')
