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

/** As much as is used here: the language's own library leaves it to browsers. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object
  Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer }
  Instance: new (module: object, imports: object) => { readonly exports: object }
}

const PAGE = 65_536
const module = new WebAssembly.Module(Buffer.from(KERNEL, 'base64'))

/** Reads features and scores outputs, by SIMD instructions (network.wat) over weights in a memory of its own. */
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
  constructor({ width, rows, start, outputs, offsets }: NetworkWeights, room: number) {
    // The rows stand at 0, where a line of the processor's cache begins.
    this.#width = width
    this.#start = rows.length
    this.#outputs = this.#start + start.byteLength
    this.#hidden = this.#outputs + outputs.length
    this.#offsets = this.#hidden + width * 2
    this.#features = this.#offsets + offsets.byteLength
    this.#scores = this.#features + room * 4
    const size = this.#scores + offsets.byteLength
    const memory = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE) })
    new Int8Array(memory.buffer).set(rows)
    new Int16Array(memory.buffer, this.#start, width).set(start)
    new Int8Array(memory.buffer, this.#outputs).set(outputs)
    new Int32Array(memory.buffer, this.#offsets, offsets.length).set(offsets)
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
