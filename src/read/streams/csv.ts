import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { ReadError } from '../../base/errors.ts'
import { decode } from '../decode.ts'
import { articleOfRecord } from '../record.ts'
import type { StreamFormat } from '../stream.ts'

/** A table with a header line; the separator is the one its header line has most of. */
const csv: StreamFormat = {
  name: 'csv',
  about: 'A table with a header line, separated by commas, semicolons or tabs',
  extensions: ['csv', 'tsv'],

  async *read({ uri, stem, bytes, limits, map }) {
    const source = bytes[Symbol.asyncIterator]()
    const first = await source.next()
    if (first.done) return
    const rest: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => source }
    const parser = parse({
      delimiter: separatorOf(first.value),
      columns: (header: unknown[]) => header.map(String),
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: limits.fileBytes,
      encoding: null,
    })
    const records = Readable.from(chain(first.value, rest)).pipe(parser)
    let number = 0
    try {
      for await (const record of records as AsyncIterable<Record<string, Buffer>>) {
        number++
        const place = `record ${number}`
        try {
          const fields = Object.fromEntries(Object.entries(record).map(([name, cell]) => [name, cellOf(cell, uri)]))
          const at = { uri, stem, number, place, format: 'csv', map }
          yield { place: `${uri}, ${place}`, article: articleOfRecord(fields, JSON.stringify(fields), at) }
        } catch (error) {
          yield { place: `${uri}, ${place}`, error: ReadError.of(error, uri, place) }
        }
      }
    } catch (cause) {
      const { code, message } = cause as CsvError
      if (typeof code !== 'string' || !code.startsWith('CSV_')) throw cause
      throw new ReadError(`Expected a table: ${message}`, { file: uri, place: `after record ${number}`, cause })
    }
  },
}
export default csv

const cellOf = (cell: Buffer | string, uri: string): string => (typeof cell === 'string' ? cell : decode(cell, uri))

async function* chain(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  yield* rest
}

function separatorOf(head: Uint8Array): string {
  const line = Buffer.from(head)
    .toString('latin1')
    .split(/[\r\n]/, 1)[0]!
  const count = (mark: string): number => line.split(mark).length
  return ['\t', ';', ','].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}
