import { join } from 'node:path'
import { ChunkFile } from '../chunk-file.ts'
import { writeGraph } from '../quads.ts'
import type { Sink } from '../sink.ts'

const nquads: Sink = {
  name: 'nquads',
  about: '`graph.nq`: the same in N-Quads, a graph an article',
  output: 'graph.nq',
  render: (sheet) => writeGraph(sheet, 'N-Quads'),
  open: async ({ folder, from }) => new ChunkFile({ path: join(folder, 'graph.nq'), from }),
}
export default nquads
