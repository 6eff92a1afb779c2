import { sha256 } from '../base/hash.ts'

const MAX_LENGTH = 180

/**
 * An id as a file name: it may be anything that a header says, `../../x` too. An id that has to be changed for it gets a
 * piece of its hash, so that no two ids have one name.
 */
export function fileName(id: string): string {
  const plain = id.replace(/[^\p{L}\p{N}._~-]/gu, '_').replace(/^\.+/, '_')
  if (plain === id && id.length <= MAX_LENGTH) return id
  return `${plain.slice(0, MAX_LENGTH)}-${sha256(id).slice(0, 8)}`
}
