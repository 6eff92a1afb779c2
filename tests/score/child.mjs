import { spawnSync } from 'node:child_process'

/** Runs a scorer of the data folder and gives what it printed. Throws with its own words when it fails. */
export function runScorer(script, args, command = process.execPath) {
  const { status, stdout, stderr, error } = spawnSync(command, [script, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (error) throw error
  if (status !== 0) throw new Error(`${script} ended with ${status}: ${stderr || stdout}`)
  return stdout
}
