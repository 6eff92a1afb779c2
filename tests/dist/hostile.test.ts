import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type * as Factwire from '../../src/index.ts'
import { ROOT } from './factwire.ts'

const SIZE = 1 << 15
// Of the processor's own time, ten times what it takes; what is quadratic takes minutes.
const MAX_MS = 30_000

let library: typeof Factwire
let pipeline: Factwire.Pipeline
beforeAll(async () => {
  library = (await import(join(ROOT, 'dist/index.js'))) as typeof Factwire
  pipeline = await library.loadPipeline('news')
})

// One piece over and over, in one line or many: what no newspaper prints, and what must not hold up a run.
const PIECES = ['a', 'a ', 'A ', '(', '1,', '9', '“', 'A. ', '\u{1F600}', 'e\u0301', '-', '. ', 'x\n', '$5 million ']
const CLAUSES = ['Acme Corp said ', ', who said that ', 'not to ', 'New York, ', 'and Bo Smith ', 'said on Monday ']

test.each([...PIECES, ...CLAUSES])('%j over and over takes no endless time', { timeout: MAX_MS * 10 }, (piece) => {
  const text = `It rained. ${piece.repeat(SIZE / piece.length)}`
  const [article] = library.articlesOf(Buffer.from(text), 'hostile.txt')
  const began = process.cpuUsage()
  const sheet = pipeline.extract(article!)
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1000).toBeLessThan(MAX_MS)
  expect(library.verifySheet(sheet)).toEqual([])
})
