import type { Command } from 'commander'
import { SetupError } from '../../base/errors.ts'
import { makeFolder } from '../../base/folder.ts'
import type { CliCommand } from '../command.ts'

interface Options {
  data?: string
  wikidata?: string
  leastPages: string
  output?: string
}

/** `factwire link build`: makes the files that entities are linked to. */
const link: CliCommand = {
  name: 'link',

  declare(program: Command) {
    const group = program.command('link').summary('files of knowledge that entities are linked to')
    group
      .command('build')
      .summary('makes a file of knowledge')
      .description(
        'From the data folder: places and cities as they come with factwire. From a dump of Wikidata (JSON, an item a ' +
          'line, .gz or plain): one file of what it knows.',
      )
      .option('-d, --data <folder>', 'the data folder (default: FACTWIRE_DATA)')
      .option('-w, --wikidata <file>', 'a dump of Wikidata instead')
      .option('--least-pages <number>', 'leaves out items with fewer pages in wikis', '5')
      .option(
        '-o, --output <path>',
        'where to write: a folder, with --wikidata a file (default: kb/ of this installation)',
      )
      .action(build)
  },
}
export default link

async function build(options: Options): Promise<void> {
  const { writeFileSync } = await import('node:fs')
  const { join } = await import('node:path')
  const { PIPELINES } = await import('../../pipeline/load.ts')
  const say = (line: string): void => void process.stderr.write(`${line}\n`)
  const write = (path: string, bytes: Uint8Array, entries: number) => {
    writeFileSync(path, bytes)
    say(`${path}: ${entries} entries, ${bytes.length} bytes`)
  }
  if (options.wikidata !== undefined) {
    if (options.output === undefined) throw new SetupError('Expected where to write (--output FILE.kb), got nothing')
    const leastPages = Number(options.leastPages)
    if (!Number.isInteger(leastPages) || leastPages < 0)
      throw new SetupError(`Expected a whole number of pages, got \`${options.leastPages}\``)
    const [{ readWikidata }, { writeKb }] = await Promise.all([
      import('../../link/wikidata.ts'),
      import('../../link/kb-file.ts'),
    ])
    const known = []
    for await (const one of readWikidata(options.wikidata, { leastPages })) known.push(one)
    write(options.output, writeKb(known, { title: 'Wikidata (wikidata.org)', licence: 'CC0-1.0' }), known.length)
    return
  }
  const data = options.data ?? process.env.FACTWIRE_DATA
  if (data === undefined) throw new SetupError('Expected the data folder (--data DIR, or FACTWIRE_DATA), got none')
  const { buildPlaces } = await import('../../link/build.ts')
  const folder = options.output ?? join(PIPELINES, 'kb')
  makeFolder(folder)
  for (const { name, bytes, entries } of buildPlaces(data, join(PIPELINES, 'lexicons')))
    write(join(folder, `${name}.kb`), bytes, entries)
}
