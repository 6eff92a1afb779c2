import { expect, test } from 'vitest'
import { textOf } from './sources.ts'

interface Manifest {
  bin: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}
interface Lock {
  packages: Record<
    string,
    { version?: string; dev?: true; hasInstallScript?: true; optionalDependencies?: Record<string, string> }
  >
}

const manifest: Manifest = JSON.parse(textOf('package.json'))
const { packages }: Lock = JSON.parse(textOf('package-lock.json'))

test('every dependency is pinned, and the lock agrees', () => {
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/)
    expect(packages[`node_modules/${name}`]?.version, name).toBe(version)
  }
})

test('no package that ships with factwire runs a script when it is installed', () => {
  const scripted = Object.entries(packages).filter(([, { dev, hasInstallScript }]) => hasInstallScript && !dev)
  expect(scripted.map(([path]) => path)).toEqual([])
})

// `npm install` leaves out the packages of other platforms that a registry does not have, and `npm ci` then refuses.
test('the lock names the optional packages of every platform (.ci/fill-lock.mjs adds them)', () => {
  for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const name of Object.keys(optionalDependencies)) {
      const found = packages[`node_modules/${name}`] ?? packages[`${path}/node_modules/${name}`]
      expect(found, `${name}, of ${path}`).toBeDefined()
    }
  }
})

test('one command, by its own name', () => expect(manifest.bin).toEqual({ factwire: 'dist/cli/main.js' }))
