import { ReadError } from '../base/errors.ts'

/** The value of a JSON file. Throws a ReadError with the reason. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (cause) {
    throw new ReadError(`Expected JSON: ${(cause as Error).message}`, { file, cause })
  }
}
