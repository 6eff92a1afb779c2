import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { FORMATS } from '../../src/read/formats.ts'
import { ROOT, SOURCES, textOf } from './sources.ts'

const readme = textOf('README.md')
const architecture = textOf('src/README.md')

test('the README names every command, script and format, and none that is not there', () => {
  const commands = [...readme.matchAll(/^\| `factwire (\w+)/gm)].map(([, name]) => name)
  expect(commands).toEqual(COMMANDS.map(({ name }) => name))
  const scripts = Object.keys(JSON.parse(textOf('package.json')).scripts).filter((name) => name !== 'prepack')
  const named = [...readme.matchAll(/^\| `npm (?:run )?([\w:]+)`/gm)].map(([, name]) => name)
  expect(named.sort()).toEqual(scripts.sort())
  for (const { name } of FORMATS) expect(readme).toContain(`**${name.replace('-', ' ')}**`)
})

test('what the READMEs lead to is there', () => {
  for (const [, target] of [...readme.matchAll(/\]\(([^)#]+)\)/g)]) {
    expect(existsSync(join(ROOT, target!)), target).toBe(true)
  }
})

test('the architecture page names every layer', () => {
  const layers = new Set([...SOURCES.keys()].flatMap((path) => /^src\/([^/]+)\//.exec(path)?.[1] ?? []))
  for (const layer of layers) expect(architecture, layer).toMatch(new RegExp(`^\\| \`${layer}\` +\\|`, 'm'))
})
