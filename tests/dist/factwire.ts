import { spawnSync } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const MAIN = join(ROOT, 'dist/cli/main.js')

export interface Ran {
  code: number | null
  out: string
  err: string
}

interface Surroundings {
  cwd?: string
  input?: string
  env?: Record<string, string>
}

/** Runs the built command line, from the project's root unless `cwd` says otherwise. */
export function factwire(args: readonly string[], { cwd = ROOT, input = '', env = {} }: Surroundings = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, NO_COLOR: '1', ...env },
  })
  return { code: status, out: stdout, err: stderr }
}
