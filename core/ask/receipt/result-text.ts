import { cellAt, type Cell, type Table } from '../../table/table.ts'

/** Engines add up in different orders, which may change the last digits of a double. */
const digits = 12

const plain = (cell: Cell): Cell => (typeof cell === 'number' ? Number(cell.toPrecision(digits)) : cell)

/** A result as one text, of which a hash is taken: the same for the same rows in any order. */
export function resultText({ columns, rows }: Table): string {
  const head = columns.map(({ name, type }) => [name, type])
  const lines = Array.from({ length: rows }, (_, row) =>
    JSON.stringify(columns.map((column) => plain(cellAt(column, row)))),
  )
  return [JSON.stringify(head), ...lines.sort()].join('\n')
}
