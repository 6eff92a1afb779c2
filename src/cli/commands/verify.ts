import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
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
      .argument('<sheet...>', 'sheets: .json with one, .jsonl with one a line')
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
      for (const { place, json } of sheetsIn(await readFile(file, 'utf8'), file)) {
        const problems = verifySheet(parse(json, place))
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

/** A file is one JSON value, or else one a line. */
function sheetsIn(text: string, file: string): { place: string; json: string }[] {
  const lines = text
    .split('\n')
    .flatMap((json, i) => (json.trim() === '' ? [] : [{ place: `${file}, line ${i + 1}`, json }]))
  return lines.length > 1 && lines[0]!.json.trimEnd().endsWith('}') ? lines : [{ place: file, json: text }]
}

function parse(json: string, place: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new Error(`Expected JSON: ${(cause as Error).message} (${place})`, { cause })
  }
}
