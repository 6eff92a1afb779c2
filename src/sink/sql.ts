import type { Table } from './tables.ts'

/** A text as SQL writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A table's columns as SQL declares them. */
export const columnsOf = ({ columns }: Table): string => columns.map(([name, type]) => `"${name}" ${type}`).join(', ')
