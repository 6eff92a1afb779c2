import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { ReadError } from '../../base/errors.ts'
import { type CliCommand, setAside } from '../command.ts'

/** `factwire verify SHEET…`: is every sheet sound? */
const verify: CliCommand = {
  name: 'verify',

  declare(program: Command) {
    program
      .command('verify')
      .summary('are these fact sheets sound?')
      .description(
        'Checks sheets against their schema, every span against its text, every id against what it points at, ' +
          'every fact against its type and its key. Ends with 1 and a list when something is wrong.',
      )
      .argument('<sheet...>', 'sheets: .json with one, .jsonl and .jsonl.gz with one a line')
      .action(run)
  },
}
export default verify

async function run(files: string[]): Promise<void> {
  const [{ verifySheet }, { print }] = await Promise.all([import('../../sheet/verify.ts'), import('../output.ts')])
  let sheets = 0
  let unsound = 0
  for (const file of files) {
    try {
      for await (const { place, json } of sheetsIn(file)) {
        const problems = problemsOf(json, verifySheet)
        sheets++
        if (problems.length > 0) unsound++
        for (const problem of problems) await print(`${place}: ${problem}\n`)
      }
    } catch (error) {
      setAside(error)
    }
  }
  if (unsound > 0) process.exitCode = 1
  await print(`${sheets - unsound} of ${sheets} ${sheets === 1 ? 'sheet' : 'sheets'} sound\n`)
}

interface Found {
  place: string
  json: string
}

/** A file is one JSON value, or else one a line; the lines of an archive do not fit into memory together. */
async function* sheetsIn(file: string): AsyncGenerator<Found> {
  const { linesOf } = await import('../lines.ts')
  let first: Found | undefined
  let several = false
  for await (const { json, line } of linesOf(file)) {
    const found = { place: `${file}, line ${line}`, json }
    if (several) yield found
    else if (first) {
      several = true
      yield first
      yield found
    } else if (json.trimEnd().endsWith('}')) first = found
    else return yield { place: file, json: await readFile(file, 'utf8') }
  }
  if (!first) throw new ReadError('Expected sheets, got an empty file', { file })
  if (!several) yield { place: file, json: first.json }
}

function problemsOf(json: string, verifySheet: (sheet: unknown) => string[]): string[] {
  let sheet: unknown
  try {
    sheet = JSON.parse(json)
  } catch (cause) {
    return [`Expected JSON: ${(cause as Error).message}`]
  }
  return verifySheet(sheet)
}
