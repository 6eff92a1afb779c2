import { join } from 'node:path'
import { ChunkFile } from '../chunk-file.ts'
import { writeGraph } from '../quads.ts'
import type { Sink } from '../sink.ts'

const turtle: Sink = {
  name: 'turtle',
  about: '`graph.ttl`: schema.org, PROV and Web Annotation in Turtle',
  output: 'graph.ttl',
  render: (sheet) => writeGraph(sheet, 'Turtle'),
  open: async ({ folder, from }) => new ChunkFile({ path: join(folder, 'graph.ttl'), from }),
}
export default turtle
