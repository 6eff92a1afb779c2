import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** The files below a folder of the project, as paths from its root; built and installed files are left out. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/(?:^|\/)(?:node_modules|dist)\//.test(path))
    .sort()
}

export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** The sources, by path. */
export const SOURCES: ReadonlyMap<string, string> = new Map(
  filesBelow('src')
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => [path, textOf(path)]),
)

/** `src/value/kinds/money.ts` -> `value`; a file of src itself has none. */
export const layerOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1]

// from './x.ts' | import './x.ts' | import('./x.ts')
const IMPORT = /(?:\bfrom |\bimport |\bimport\()'([^']+)'/g

/** What a source imports: files of the project as paths from its root, packages by name. */
export function importsOf(path: string): { files: string[]; packages: string[] } {
  const files: string[] = []
  const packages: string[] = []
  for (const [, target = ''] of (SOURCES.get(path) ?? '').matchAll(IMPORT)) {
    if (target.startsWith('.')) files.push(join(dirname(path), target).split(sep).join('/'))
    else if (!target.startsWith('node:')) packages.push(/^(?:@[^/]+\/)?[^/]+/.exec(target)![0])
  }
  return { files, packages }
}
