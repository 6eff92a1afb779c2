import { parentPort, workerData } from 'node:worker_threads'
import { SetupError } from '../base/errors.ts'
import type { Answers, Bundle, Started, WorkerSetup } from './messages.ts'
import { makeWork, type Work } from './work.ts'

/**
 * A thread that thinks: bundles in, answers out. `change` lets a test put something in the way of the work.
 */
export async function serve(change: (work: Work) => Work = (work) => work): Promise<void> {
  const setup = workerData as WorkerSetup
  const progress = new Int32Array(setup.progress)
  const made = await makeWork(setup).catch(refusal)
  if (made instanceof SetupError) return parentPort!.postMessage({ refused: made.message } satisfies Started)
  const work = change(made.work)
  parentPort!.on('message', ({ tasks }: Bundle) => {
    const answers = tasks.map((task, i) => {
      Atomics.store(progress, 0, i + 1)
      return work(task)
    })
    Atomics.store(progress, 0, 0)
    const buffers = new Set(answers.flatMap(({ sheets }) => sheets.flatMap(({ parts }) => Object.values(parts))))
    parentPort!.postMessage(
      { answers } satisfies Answers,
      [...buffers].map(({ buffer }) => buffer as ArrayBuffer),
    )
  })
  parentPort!.postMessage({ ready: made.shared } satisfies Started)
}

/** An error's class does not cross between threads; what is wrong with a pipeline is for the user to read. */
function refusal(error: unknown): SetupError {
  if (error instanceof SetupError) return error
  throw error
}
