import PQueue from 'p-queue'

/** What became of one input: its result or the error it threw. */
export type Outcome<I, R> = { input: I; result: R } | { input: I; error: unknown }

/**
 * Does `work` for every input, at most `atOnce` at the same time, and gives the outcomes in the order of the inputs.
 * No further input is begun, or even read, while `atOnce` outcomes wait to be taken: a slow taker bounds the memory.
 */
export async function* readAhead<I, R>(
  inputs: Iterable<I> | AsyncIterable<I>,
  work: (input: I) => Promise<R>,
  atOnce: number,
): AsyncGenerator<Outcome<I, R>> {
  const queue = new PQueue({ concurrency: atOnce })
  const begun: Promise<Outcome<I, R>>[] = []
  for await (const input of inputs) {
    if (begun.length === atOnce) yield await begun.shift()!
    begun.push(queue.add(() => settled(input, work)))
  }
  for (const outcome of begun) yield await outcome
}

/** The same, each outcome as soon as it is there. */
export async function* readAheadUnordered<I, R>(
  inputs: Iterable<I> | AsyncIterable<I>,
  work: (input: I) => Promise<R>,
  atOnce: number,
): AsyncGenerator<Outcome<I, R>> {
  const queue = new PQueue({ concurrency: atOnce })
  const begun = new Set<Promise<{ outcome: Outcome<I, R>; self: Promise<unknown> }>>()
  const first = async (): Promise<Outcome<I, R>> => {
    const { outcome, self } = await Promise.race(begun)
    begun.delete(self as never)
    return outcome
  }
  for await (const input of inputs) {
    if (begun.size === atOnce) yield await first()
    const self: Promise<{ outcome: Outcome<I, R>; self: Promise<unknown> }> = queue.add(async () => ({
      outcome: await settled(input, work),
      self,
    }))
    begun.add(self)
  }
  while (begun.size > 0) yield await first()
}

function settled<I, R>(input: I, work: (input: I) => Promise<R>): Promise<Outcome<I, R>> {
  return work(input).then(
    (result) => ({ input, result }),
    (error: unknown) => ({ input, error }),
  )
}
