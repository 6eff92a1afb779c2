/** The root of every error factwire throws on purpose; `cause` keeps the error underneath. */
export class FactwireError extends Error {
  override name = 'FactwireError'
}

/** The pipeline, an option, a model or a lexicon is wrong: nothing has been read yet. */
export class SetupError extends FactwireError {
  override name = 'SetupError'
}

/** An input cannot be read as an article; `place` says where in the file, if known. */
export class ReadError extends FactwireError {
  override name = 'ReadError'
  readonly file: string
  readonly place: string | undefined
  constructor(message: string, options: { file: string; place?: string; cause?: unknown }) {
    const place = options.place === undefined ? '' : `, ${options.place}`
    super(`${message} (${options.file}${place})`, { cause: options.cause })
    this.file = options.file
    this.place = options.place
  }

  /** What a reader threw, as an error of its file: a run goes on whatever a file does to its reader. */
  static of(cause: unknown, file: string, place?: string): ReadError {
    if (cause instanceof ReadError) return cause
    const isDeep = cause instanceof RangeError && /call stack/.test(cause.message)
    const reason = isDeep ? 'it is too deep in itself' : cause instanceof Error ? cause.message : String(cause)
    return new ReadError(`Expected something that can be read: ${reason}`, { file, cause, ...(place && { place }) })
  }
}

/** A stage threw on one article. The article is set aside; other articles are not touched. */
export class StageError extends FactwireError {
  override name = 'StageError'
  readonly stage: string
  readonly articleId: string
  constructor(stage: string, articleId: string, cause: unknown) {
    super(
      `Stage \`${stage}\` failed on article \`${articleId}\`: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
    this.stage = stage
    this.articleId = articleId
  }
}

/** A sheet cannot be written: the disk is full, the store is locked. The run stops, and can be taken up again. */
export class SinkError extends FactwireError {
  override name = 'SinkError'
  readonly sink: string
  constructor(sink: string, cause: unknown) {
    super(`Sink \`${sink}\` cannot write: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.sink = sink
  }
}

/** A promise of factwire's own is broken (a span off its token, a sheet against its schema). Please report it. */
export class Bug extends FactwireError {
  override name = 'Bug'
}
