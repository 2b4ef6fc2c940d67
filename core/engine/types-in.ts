import type { Source } from '../table/source.ts'
import type { ColumnType } from '../table/table.ts'

/** A lookup of a source's column types by name. */
export function typesIn({ fields }: Pick<Source, 'fields'>): (name: string) => ColumnType {
  const types = new Map(fields.map(({ name, type }) => [name, type]))
  return (name) => types.get(name) ?? 'text'
}
