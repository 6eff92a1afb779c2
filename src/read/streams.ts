import csv from './streams/csv.ts'
import jsonl from './streams/jsonl.ts'
import warc from './streams/warc.ts'

/** Formats of files with many articles, by their endings. */
export const STREAMS = [jsonl, csv, warc]
