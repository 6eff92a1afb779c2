import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeReport, type PassedOver, passOver, reportInWords } from '../../src/run/report.ts'
import { filesIn, jsonArticles, run, tempFolder } from './archive.ts'

test('a report names what was set aside and what was passed over, counts, and says how to go on', async () => {
  const photos = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`in/${10 + i}.PNG`, 'a photo']))
  const root = filesIn(tempFolder(), { 'in/a.jsonl': `${jsonArticles(3)}{"id":\n`, 'in/b.xsd': '', ...photos })
  const counted = new Map<string, PassedOver>()
  const passedOver = (uri: string) => passOver(counted, uri)
  const result = await run([join(root, 'in')], join(root, 'out'), { root, passedOver })
  const about = {
    version: '1.0.0',
    pipeline: 'small',
    inputs: ['in'],
    sinks: ['jsonl'],
    workers: 1,
    seconds: 2,
    passedOver: [...counted.values()],
  }
  const report = makeReport(result, about)
  expect(report).toMatchObject({
    complete: true,
    run: { written: 3, failed: 1, alreadyDone: 0 },
    total: { articles: 3, setAside: 1 },
    setAside: [{ place: 'in/a.jsonl, line 4', kind: 'ReadError' }],
    passedOver: [
      { ending: '.png', files: 12 },
      { ending: '.xsd', files: 1, first: ['in/b.xsd'] },
    ],
  })
  expect(report.slowest).toHaveLength(3)
  const words = reportInWords(report)
  for (const line of ['in/10.PNG', 'and 2 more', 'in/b.xsd', 'in/a.jsonl, line 4', 'ReadError: Expected JSON']) {
    expect(words).toContain(line)
  }
  expect(words).not.toContain('goes on')
  expect(reportInWords(makeReport({ ...result, stopped: true }, about))).toContain('the same command goes on')
})

test('names of files break no line of a report, and give a terminal no orders', async () => {
  const root = filesIn(tempFolder(), { 'in/a\nb\u001b[2J.txt': Buffer.from([0]) })
  const result = await run([join(root, 'in')], join(root, 'out'), { root })
  const about = { version: '1', pipeline: 'small', inputs: [], sinks: [], workers: 1, seconds: 1, passedOver: [] }
  const words = reportInWords(makeReport(result, about))
  expect(words).toContain('  in/a\\u000ab\\u001b[2J.txt\n    ReadError: ')
  expect(words).not.toContain('\u001b')
})
