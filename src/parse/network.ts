import { KERNEL } from './network-kernel.ts'

/**
 * A network with one hidden layer over sparse features (Chen and Manning 2014, the first layer multiplied out as they do
 * for speed): the rows of the features that hold are summed, what is above zero goes on to the outputs. All numbers are
 * integers, so that scores are the same on every machine.
 */
export interface NetworkWeights {
  /** Numbers a row, a multiple of `BLOCK`. */
  width: number
  rows: Int8Array
  /** What the sums begin with. */
  start: Int16Array
  /** `width` weights an output. */
  outputs: Int8Array
  /** What the scores begin with. */
  offsets: Int32Array
}

/** Weights as they are read: all in one memory, which threads may share. */
export interface PlacedWeights extends NetworkWeights {
  memory: Memory
}

/** So many numbers of a row are summed at a time. A sum of up to 250 features cannot leave 16 bits. */
export const BLOCK = 64

interface Kernel {
  read(rows: number, features: number, count: number, width: number, start: number, hidden: number): void
  score(
    outputs: number,
    offsets: number,
    hidden: number,
    scores: number,
    width: number,
    first: number,
    last: number,
  ): void
}

interface Memory {
  readonly buffer: ArrayBuffer
  /** Returns how many pages there were before. */
  grow(pages: number): number
}

/** As much as is used here: the language's own library leaves it to browsers. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object
  Memory: new (size: { initial: number; maximum: number; shared: true }) => Memory
  Instance: new (module: object, imports: object) => { readonly exports: object }
}

const PAGE = 65_536
/** All that the memory of a kernel can have: it takes what it uses. */
const MOST_PAGES = 65_536
const module = new WebAssembly.Module(Buffer.from(KERNEL, 'base64'))

/** Room for the weights of a network, all of them 0. */
export function roomForWeights(width: number, rows: number, outputs: number): PlacedWeights {
  // The rows stand at 0, where a line of the processor's cache begins.
  const start = rows * width
  const outputsAt = start + width * 2
  const offsets = outputsAt + outputs * width
  const pages = Math.ceil((offsets + outputs * 4) / PAGE)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: MOST_PAGES, shared: true })
  const { buffer } = memory
  return {
    width,
    rows: new Int8Array(buffer, 0, start),
    start: new Int16Array(buffer, start, width),
    outputs: new Int8Array(buffer, outputsAt, outputs * width),
    offsets: new Int32Array(buffer, offsets, outputs),
    memory,
  }
}

/** Weights as they are read. */
export function placeWeights(weights: NetworkWeights): PlacedWeights {
  const { width, rows, start, outputs, offsets } = weights
  const placed = roomForWeights(width, rows.length / width, offsets.length)
  placed.rows.set(rows)
  placed.start.set(start)
  placed.outputs.set(outputs)
  placed.offsets.set(offsets)
  return placed
}

/**
 * Reads features and scores outputs, by SIMD instructions (network.wat) over weights that stand where they are: networks of
 * several threads share them, and each has pages of its own in their memory for what it works out.
 */
export class Network {
  /** To be filled in by the caller before `read`. */
  readonly features: Int32Array
  readonly scores: Int32Array
  readonly #kernel: Kernel
  readonly #width: number
  readonly #start: number
  readonly #outputs: number
  readonly #offsets: number
  readonly #features: number
  readonly #hidden: number
  readonly #scores: number

  /** `room`: for so many features. */
  constructor({ memory, width, start, outputs, offsets }: PlacedWeights, room: number) {
    this.#width = width
    this.#start = start.byteOffset
    this.#outputs = outputs.byteOffset
    this.#offsets = offsets.byteOffset
    const own = width * 2 + room * 4 + offsets.byteLength
    this.#hidden = memory.grow(Math.ceil(own / PAGE)) * PAGE
    this.#features = this.#hidden + width * 2
    this.#scores = this.#features + room * 4
    this.features = new Int32Array(memory.buffer, this.#features, room)
    this.scores = new Int32Array(memory.buffer, this.#scores, offsets.length)
    this.#kernel = new WebAssembly.Instance(module, { net: { memory } }).exports as unknown as Kernel
  }

  /** Fills the hidden layer from the first `count` of `features`. */
  read(count: number): void {
    this.#kernel.read(0, this.#features, count, this.#width, this.#start, this.#hidden)
  }

  /** Fills in the scores of outputs `first` to `last`, `last` left out. */
  score(first: number, last: number): void {
    this.#kernel.score(this.#outputs, this.#offsets, this.#hidden, this.#scores, this.#width, first, last)
  }
}
