import { join } from 'node:path'
import { rowLines } from '../rows.ts'
import type { Sink } from '../sink.ts'

/** The tables are kept in a store beside the ledger, and written out when a run is over. */
const parquet: Sink = {
  name: 'parquet',
  about: '`parquet/<table>.parquet`: the tables of the store',
  output: 'parquet',
  kept: '.factwire/parquet.duckdb',
  render: rowLines,
  async open({ folder, from }) {
    const { exportTables, Store } = await import('../store.ts')
    return Store.open({
      path: join(folder, '.factwire', 'parquet.duckdb'),
      from,
      finish: (connection) =>
        exportTables(connection, join(folder, 'parquet'), 'parquet', 'FORMAT parquet, COMPRESSION snappy'),
    })
  },
}
export default parquet
