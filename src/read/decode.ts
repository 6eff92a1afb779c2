import { ReadError } from '../base/errors.ts'

/** Byte order marks, and what they say. */
const MARKS: readonly { bytes: readonly number[]; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]

/**
 * Bytes 0x80 to 0x9f in windows-1252 (WHATWG Encoding, index windows-1252). Node's own decoder of that name reads them
 * as the control characters of Latin-1 in some versions.
 */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Text has next to none of these; a photo or an archive is full of them. */
const CONTROLS = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g
const MAX_CONTROL_SHARE = 0.005

/**
 * The text of a file: by its byte order mark, else UTF-8 if it is valid, else as it declares if that can be true, else
 * windows-1252 (which takes in Latin-1).
 *
 * A byte order mark stays in the text, so that offsets count from the file's first character. Throws a ReadError for
 * bytes that are no text.
 */
export function decode(bytes: Uint8Array, file: string, declared?: string): string {
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, i) => bytes[i] === byte))
  const text = mark ? decodeAs(mark.encoding, bytes, file) : decodeUnmarked(bytes, declared)
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    throw new ReadError('Expected text, got a NUL: the file is binary, or UTF-16 without its byte order mark', {
      file,
      place: `character ${nul}`,
    })
  }
  const controls = text.match(CONTROLS)?.length ?? 0
  if (controls > text.length * MAX_CONTROL_SHARE) {
    throw new ReadError('Expected text, got a binary file', { file, place: `${controls} control characters` })
  }
  return text
}

/** What is valid UTF-8 is hardly anything else, whatever it declares; but ISO-2022 is written in ASCII bytes. */
function decodeUnmarked(bytes: Uint8Array, declared: string | undefined): string {
  const escaped = declared !== undefined && /^iso-2022/i.test(declared)
  const first = escaped ? tryDeclared(declared, bytes) : undefined
  return first ?? tryUtf8(bytes) ?? tryDeclared(declared, bytes) ?? decodeWindows1252(bytes)
}

function decodeAs(encoding: string, bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new ReadError(`Expected the ${encoding.toUpperCase()} that its byte order mark promises`, { file, cause })
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin1.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]!)
}

/** Undefined when nothing is declared, nobody knows it, or the bytes are not in it. */
function tryDeclared(declared: string | undefined, bytes: Uint8Array): string | undefined {
  if (declared === undefined) return undefined
  try {
    const decoder = new TextDecoder(declared, { fatal: true, ignoreBOM: true })
    return decoder.encoding === 'windows-1252' ? undefined : decoder.decode(bytes)
  } catch {
    return undefined
  }
}

function tryUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
