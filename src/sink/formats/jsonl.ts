import { join } from 'node:path'
import { ChunkFile } from '../chunk-file.ts'
import type { Sink } from '../sink.ts'

const jsonl: Sink = {
  name: 'jsonl',
  about: '`sheets.jsonl`: a sheet a line',
  output: 'sheets.jsonl',
  render: (_, line) => `${line}\n`,
  open: async ({ folder, from }) => new ChunkFile({ path: join(folder, 'sheets.jsonl'), from }),
}
export default jsonl
