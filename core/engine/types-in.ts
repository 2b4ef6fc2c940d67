import type { Source } from '../table/source.ts'
import type { ColumnType } from '../table/table.ts'

/** The types of a source's columns by their names. */
export function typesIn({ fields }: Pick<Source, 'fields'>): (name: string) => ColumnType {
  const types = new Map(fields.map(({ name, type }) => [name, type]))
  return (name) => types.get(name) ?? 'text'
}
