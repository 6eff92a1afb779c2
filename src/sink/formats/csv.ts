import { join } from 'node:path'
import { rowLines } from '../rows.ts'
import type { Sink } from '../sink.ts'

/** The tables are kept in a store beside the ledger, and written out when a run is over. */
const csv: Sink = {
  name: 'csv',
  about: '`csv/<table>.csv`: the tables of the store',
  output: 'csv',
  kept: '.factwire/csv.duckdb',
  render: rowLines,
  async open({ folder, from }) {
    const { exportTables, Store } = await import('../store.ts')
    return Store.open({
      path: join(folder, '.factwire', 'csv.duckdb'),
      from,
      finish: (connection) => exportTables(connection, join(folder, 'csv'), 'csv', 'FORMAT csv, HEADER'),
    })
  },
}
export default csv
