import { join } from 'node:path'
import { rowsOf } from '../rows.ts'
import type { Sink } from '../sink.ts'

const duckdb: Sink = {
  name: 'duckdb',
  about: '`store.duckdb`: tables and views to query',
  // The object is left open: the store adds what the run knows.
  render: (sheet) => JSON.stringify(rowsOf(sheet)).slice(0, -1),
  async open({ folder, from }) {
    const { Store } = await import('../store.ts')
    return Store.open({ path: join(folder, 'store.duckdb'), from })
  },
}
export default duckdb
