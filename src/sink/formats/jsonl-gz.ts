import { join } from 'node:path'
import { ChunkFile } from '../chunk-file.ts'
import type { Sink } from '../sink.ts'

const jsonlGz: Sink = {
  name: 'jsonl-gz',
  about: '`sheets.jsonl.gz`: the same, compressed',
  output: 'sheets.jsonl.gz',
  render: (_, line) => `${line}\n`,
  open: async ({ folder, from }) => new ChunkFile({ path: join(folder, 'sheets.jsonl.gz'), from, gzip: true }),
}
export default jsonlGz
