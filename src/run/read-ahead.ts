import PQueue from 'p-queue'

/** What became of one input: its result or the error it threw. */
export type Outcome<I, R> = { input: I; result: R } | { input: I; error: unknown }

/**
 * Does `work` for every input, at most `atOnce` at the same time, and gives the outcomes in the order of the inputs.
 * No further input is begun while `atOnce` outcomes wait to be taken, so that a slow reader bounds the memory.
 */
export async function* readAhead<I, R>(
  inputs: Iterable<I>,
  work: (input: I) => Promise<R>,
  atOnce: number,
): AsyncGenerator<Outcome<I, R>> {
  const queue = new PQueue({ concurrency: atOnce })
  const begun: Promise<Outcome<I, R>>[] = []
  const settled = (input: I): Promise<Outcome<I, R>> =>
    queue.add(() =>
      work(input).then(
        (result) => ({ input, result }),
        (error: unknown) => ({ input, error }),
      ),
    )
  for (const input of inputs) {
    if (begun.length === atOnce) yield await begun.shift()!
    begun.push(settled(input))
  }
  for (const outcome of begun) yield await outcome
}
