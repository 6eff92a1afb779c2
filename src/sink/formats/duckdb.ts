import { join } from 'node:path'
import { rowLines } from '../rows.ts'
import type { Sink } from '../sink.ts'

const duckdb: Sink = {
  name: 'duckdb',
  about: '`store.duckdb`: tables and views to query',
  output: 'store.duckdb',
  render: rowLines,
  async open({ folder, from }) {
    const { Store } = await import('../store.ts')
    return Store.open({ path: join(folder, 'store.duckdb'), from })
  },
}
export default duckdb
