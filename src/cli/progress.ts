import { SingleBar } from 'cli-progress'
import type { Progress } from '../run/batch.ts'

/** Shows how far a run is. */
export interface ProgressView {
  show(progress: Progress): void
  end(): void
}

export interface ProgressInput {
  /** Bytes of the input, and how many of them have been read. */
  total: number
  read(): number
}

const LINE_EVERY_MS = 10_000

/** A bar on a terminal, else a line every ten seconds. */
export function progressOn(stream: NodeJS.WriteStream, input: ProgressInput): ProgressView {
  const began = performance.now()
  const facts = (progress: Progress): Record<string, string> => {
    const seconds = (performance.now() - began) / 1000
    const done = input.total > 0 ? Math.min(1, input.read() / input.total) : 0
    return {
      share: `${Math.floor(done * 100)}%`,
      articles: String(progress.written),
      rate: `${Math.round(progress.written / Math.max(seconds, 0.001))} articles/s`,
      tokens: `${Math.round(progress.tokens / Math.max(seconds, 0.001))} tokens/s`,
      left: done > 0.01 ? duration((seconds * (1 - done)) / done) : '…',
      failed: String(progress.failed),
      passed: String(progress.passedOver),
      memory: `${Math.round(process.memoryUsage.rss() / 1048576)} MB`,
    }
  }
  return stream.isTTY ? bar(stream, input, facts) : lines(stream, facts)
}

type Facts = (progress: Progress) => Record<string, string>

function bar(stream: NodeJS.WriteStream, input: ProgressInput, facts: Facts): ProgressView {
  const format =
    '{bar} {share} | {articles} articles, {failed} set aside, {passed} done before | {rate}, {tokens} | {left} left | {memory}'
  const shown = new SingleBar({ format, stream, fps: 4, hideCursor: true, clearOnComplete: false })
  shown.start(input.total, 0, facts({ written: 0, failed: 0, tokens: 0, passedOver: 0 }))
  return {
    show: (progress) => shown.update(Math.min(input.total, input.read()), facts(progress)),
    end: () => shown.stop(),
  }
}

function lines(stream: NodeJS.WriteStream, facts: Facts): ProgressView {
  let last = performance.now()
  return {
    show(progress) {
      const now = performance.now()
      if (now - last < LINE_EVERY_MS) return
      last = now
      const { share, articles, failed, passed, rate, tokens, left, memory } = facts(progress)
      stream.write(
        `${share} of the input, ${articles} articles, ${failed} set aside, ${passed} done before, ${rate}, ${tokens}, ${left} left, ${memory}\n`,
      )
    },
    end() {},
  }
}

function duration(seconds: number): string {
  const whole = Math.round(seconds)
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)]
  return hours > 0 ? `${hours} h ${minutes} min` : minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`
}
