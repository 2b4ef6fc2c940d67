import { Table2 } from 'lucide'
import type { Field } from '#core/table/table.ts'
import { Icon } from '../../ui/icon.tsx'
import { count } from '../../ui/figures.ts'
import { Skeleton } from '../../ui/skeleton.tsx'

/** A dataset that SQL can read. */
export type SqlTable = {
  readonly id: string
  readonly name: string
  readonly table: string
  readonly rows: number | null
  /** Null while loading. `text`: the column as written in SQL. */
  readonly columns: readonly (Field & { readonly text: string })[] | null
}

type Props = { readonly tables: readonly SqlTable[] | null; readonly onInsert: (text: string) => void }

function Columns({ table, onInsert }: { readonly table: SqlTable; readonly onInsert: Props['onInsert'] }) {
  if (!table.columns) return <Skeleton width="60%" />
  return (
    <ul class="sql-columns">
      {table.columns.map(({ name, type, text }) => (
        <li key={name}>
          <button type="button" class="sql-name" title={`Insert ${text}`} onClick={() => onInsert(text)}>
            <span class="clip grow">{name}</span>
            <span class="sql-type">{type}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Datasets and columns by SQL name; a click inserts one into the editor. */
export function TablesList({ tables, onInsert }: Props) {
  if (!tables) return <Skeleton height={120} />
  return (
    <ul class="sql-tables">
      {tables.map((table, at) => (
        <li key={table.id}>
          <details open={at === 0}>
            <summary title={table.name}>
              <Icon icon={Table2} size={14} />
              <code class="clip grow">{table.table}</code>
              {table.rows !== null && <span class="sql-type numeric">{count(table.rows)}</span>}
            </summary>
            <button type="button" class="sql-name" onClick={() => onInsert(table.table)}>
              <span class="grow">Insert the name</span>
            </button>
            <Columns table={table} onInsert={onInsert} />
          </details>
        </li>
      ))}
    </ul>
  )
}
