const LINE_FEED = 10

/** Reads a stream of bytes in lines and lengths. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>
  #rest: Buffer = Buffer.alloc(0)

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#source = bytes[Symbol.asyncIterator]()
  }

  /** A line without its end, as UTF-8; undefined at the end of the stream. What is longer than `maxBytes` is cut there. */
  async line(maxBytes: number): Promise<string | undefined> {
    let searched = 0
    let at = this.#rest.indexOf(LINE_FEED)
    while (at < 0 && this.#rest.length < maxBytes) {
      searched = this.#rest.length
      if (!(await this.#more())) break
      at = this.#rest.indexOf(LINE_FEED, searched)
    }
    if (at < 0 && this.#rest.length === 0) return undefined
    const end = at < 0 ? this.#rest.length : at
    const line = this.#rest.toString('utf8', 0, end)
    this.#rest = this.#rest.subarray(at < 0 ? end : end + 1)
    return line.endsWith('\r') ? line.slice(0, -1) : line
  }

  /** So many bytes, or as many as there are. */
  async exactly(length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    let missing = length
    while (missing > 0) {
      if (this.#rest.length === 0 && !(await this.#more())) break
      const part = this.#rest.subarray(0, missing)
      parts.push(part)
      missing -= part.length
      this.#rest = this.#rest.subarray(part.length)
    }
    return Buffer.concat(parts)
  }

  /** Passes over so many bytes; gives how many there were. */
  async skip(length: number): Promise<number> {
    let missing = length
    while (missing > 0) {
      if (this.#rest.length === 0 && !(await this.#more())) break
      const part = Math.min(missing, this.#rest.length)
      missing -= part
      this.#rest = this.#rest.subarray(part)
    }
    return length - missing
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#source.next()
    if (done) return false
    this.#rest = this.#rest.length === 0 ? Buffer.from(value) : Buffer.concat([this.#rest, value])
    return true
  }
}
