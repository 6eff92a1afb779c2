import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { progressOn } from '../../src/cli/progress.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'setInterval'] }))
afterEach(() => void vi.useRealTimers())

function streamOf(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 200 })
  let text = ''
  stream.on('data', (chunk) => {
    text += String(chunk)
  })
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => text }
}

const PROGRESS = { written: 300, failed: 2, tokens: 60_000, passedOver: 7 }

test('without a terminal, a line every ten seconds: share, counts, rates, time left, memory', () => {
  const { stream, text } = streamOf(false)
  const view = progressOn(stream, { total: 1000, read: () => 250 })
  view.show(PROGRESS)
  expect(text()).toBe('')
  vi.advanceTimersByTime(30_000)
  view.show(PROGRESS)
  view.show(PROGRESS)
  view.end()
  expect(text()).toMatch(
    /^25% of the input, 300 articles, 2 set aside, 7 done before, 10 articles\/s, 2000 tokens\/s, 1 min 30 s left, \d+ MB\n$/,
  )
})

test('on a terminal, a bar that says the same', () => {
  const { stream, text } = streamOf(true)
  const view = progressOn(stream, { total: 1000, read: () => 500 })
  vi.advanceTimersByTime(30_000)
  view.show(PROGRESS)
  vi.advanceTimersByTime(1000)
  view.end()
  expect(text()).toMatch(
    /50% \| 300 articles, 2 set aside, 7 done before \| 10 articles\/s, 2000 tokens\/s \| 30 s left/,
  )
})
