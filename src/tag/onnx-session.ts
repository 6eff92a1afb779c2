import { createRequire } from 'node:module'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { Bug, SetupError } from '../base/errors.ts'

/** A loaded model that is run like a function. */
export interface OnnxSession {
  readonly inputs: readonly string[]
  /** Runs one row of ids; gives the first output, row by row, with its width. Blocks until it is there. */
  run(ids: readonly number[]): { logits: Float32Array; width: number }
}

// A stage is synchronous, the runtime is not: it runs in a worker, and the thread sleeps until the answer is there. The
// worker's source is a string because a TypeScript file cannot start one under every Node that factwire supports.
const WORKER = `
const { workerData } = require('node:worker_threads')
const { runtime, model, port, flag } = workerData
const ort = require(runtime)
const bell = new Int32Array(flag)
const options = { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: 'sequential' }
const loaded = ort.InferenceSession.create(model, options)
const answer = (message) => {
  port.postMessage(message)
  Atomics.store(bell, 0, 1)
  Atomics.notify(bell, 0)
}
const failed = (error) => answer({ error: String(error && error.message ? error.message : error) })
loaded.then((session) => answer({ inputs: session.inputNames }), failed)
port.on('message', async (ids) => {
  try {
    const session = await loaded
    const row = (of) => new ort.Tensor('int64', BigInt64Array.from(ids, of), [1, ids.length])
    const known = { input_ids: (id) => BigInt(id), attention_mask: () => 1n, token_type_ids: () => 0n }
    const feeds = {}
    for (const name of session.inputNames) feeds[name] = row(known[name] || known.input_ids)
    const output = (await session.run(feeds))[session.outputNames[0]]
    answer({ logits: Float32Array.from(output.data), width: output.dims[output.dims.length - 1] })
  } catch (error) {
    failed(error)
  }
})
`

interface Answer {
  error?: string
  inputs?: string[]
  logits?: Float32Array
  width?: number
}

/**
 * Loads an ONNX file. Throws a SetupError that names it when onnxruntime-node is not installed, or cannot read the model.
 */
export function openOnnx(model: string): OnnxSession {
  const flag = new SharedArrayBuffer(4)
  const bell = new Int32Array(flag)
  const { port1, port2 } = new MessageChannel()
  const worker = new Worker(WORKER, {
    eval: true,
    workerData: { runtime: runtimePath(), model, port: port2, flag },
    transferList: [port2],
  })
  worker.unref()
  port1.unref()
  const wait = (): Answer => {
    Atomics.wait(bell, 0, 0)
    Atomics.store(bell, 0, 0)
    const received = receiveMessageOnPort(port1)
    if (!received) throw new Bug('The runtime of an ONNX model rang without an answer')
    return received.message as Answer
  }
  const { error, inputs = [] } = wait()
  if (error !== undefined) throw new SetupError(`Expected a model that onnxruntime-node can load: ${error} (${model})`)
  return {
    inputs,
    run(ids) {
      port1.postMessage(ids)
      const answer = wait()
      if (answer.error !== undefined) throw new Error(answer.error)
      return { logits: answer.logits!, width: answer.width! }
    },
  }
}

function runtimePath(): string {
  try {
    return createRequire(import.meta.url).resolve('onnxruntime-node')
  } catch (cause) {
    throw new SetupError(
      'Expected onnxruntime-node for a pipeline with `tag/onnx`, it is not installed (npm install onnxruntime-node)',
      { cause },
    )
  }
}
