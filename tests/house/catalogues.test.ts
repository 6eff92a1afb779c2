import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT, SOURCES } from './sources.ts'

interface Member {
  name?: string
  type?: string
  examples?: readonly unknown[]
  not?: readonly unknown[]
}

const stem = (path: string): string => basename(path, '.ts')
const paths = [...SOURCES.keys()]
/** Folders with their list beside them: `src/read/formats/` and `src/read/formats.ts`. */
const catalogues = [...new Set(paths.map((path) => dirname(path)))].filter((folder) => SOURCES.has(`${folder}.ts`))

const membersOf = (folder: string): string[] => paths.filter((path) => dirname(path) === folder)

const defaultOf = async (path: string): Promise<Member> =>
  ((await import(join(ROOT, path))) as { default: Member }).default

test('there are catalogues', () => {
  expect(catalogues).toEqual(expect.arrayContaining(['src/cli/commands', 'src/read/formats', 'src/text/stages']))
})

test('a plural folder has its list beside it', () => {
  const plural = [...new Set(paths.map((path) => dirname(path)))].filter((folder) => /\/(?:[a-z]+s)$/.test(folder))
  expect(plural.filter((folder) => !catalogues.includes(folder))).toEqual([])
})

describe.each(catalogues)('%s', (folder) => {
  test('the catalogue lists every file of the folder, in alphabetical imports', async () => {
    const imported = [...SOURCES.get(`${folder}.ts`)!.matchAll(/import (?:\w+) from '\.\/[^/]+\/([^/]+)\.ts'/g)]
    expect(imported.map(([, name]) => name).sort()).toEqual(membersOf(folder).map(stem).sort())
    const lists = Object.values((await import(join(ROOT, `${folder}.ts`))) as Record<string, unknown>).filter(
      Array.isArray,
    )
    const members = await Promise.all(membersOf(folder).map(defaultOf))
    for (const member of members) expect(lists.flat()).toContain(member)
  })

  test.each(membersOf(folder))('%s is named for its file, and imports no sibling', async (path) => {
    const member = await defaultOf(path)
    if (member.name !== undefined) expect(member.name).toBe(stem(path))
    if (folder === 'src/fact/rules' || folder === 'src/value/kinds') {
      expect(member.examples?.length, 'has examples').toBeGreaterThan(0)
      expect(member.not?.length, 'has examples of what it is not').toBeGreaterThan(0)
    } else {
      expect(member.name, 'has a name').toBeDefined()
    }
    expect(SOURCES.get(path)).not.toMatch(/from '\.\/[^']+'/)
  })
})

test('only members of catalogues export a default', () => {
  for (const [path, source] of SOURCES) {
    if (!catalogues.includes(dirname(path))) expect(source, path).not.toMatch(/^export default/m)
  }
})
