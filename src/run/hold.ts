import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SetupError, SinkError } from '../base/errors.ts'
import { makeFolder } from '../base/folder.ts'

/**
 * Makes a folder and holds it for this process: two runs into one folder would write over each other. The hold of a process
 * that is gone does not count. Gives what lets go of it. Throws a SetupError when the folder cannot be made, or is held.
 */
export function holdFolder(folder: string): () => void {
  const path = join(folder, 'running')
  const own = nameOf(process.pid)
  try {
    makeFolder(folder)
    if (!hold(path, own)) {
      const holder = readFileSync(path, 'utf8').trim()
      const pid = Number(holder.split(' ')[0])
      if (holder !== own && isAlive(pid) && nameOf(pid) === holder) {
        throw new SetupError(`Expected a folder that no other run writes to: process ${pid} does (${path})`)
      }
      writeFileSync(path, own)
    }
  } catch (cause) {
    if (cause instanceof SetupError) throw cause
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new SinkError('ledger', cause)
    throw new SetupError(`Expected a folder to write to, got ${WHY[code ?? ''] ?? message} (${dirname(folder)})`, {
      cause,
    })
  }
  return () => rmSync(path, { force: true })
}

const WHY: Readonly<Record<string, string>> = {
  ENOTDIR: 'a file',
  EEXIST: 'a file',
  EACCES: 'one that may not be written: see its permissions',
  EPERM: 'one that may not be written: see its permissions',
  EROFS: 'one that may only be read',
  ENAMETOOLONG: 'a path that is too long',
  ENOENT: 'a place where none can be made',
}

function hold(path: string, own: string): boolean {
  try {
    writeFileSync(path, own, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** The number of a process and, where Linux tells it, when it began: numbers come again. */
function nameOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return String(pid)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
