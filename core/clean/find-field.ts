import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import type { ColumnType } from '../table/table.ts'
import type { CleanField } from './rows.ts'

/** Words for the cells of a type in messages. */
export const typeWords: Readonly<Record<ColumnType, string>> = {
  boolean: 'yes or no',
  integer: 'whole numbers',
  decimal: 'decimal numbers',
  date: 'dates',
  timestamp: 'moments',
  duration: 'lengths of time',
  text: 'text',
}

/** Finds a column by name and allowed types. */
export function findField(
  fields: readonly CleanField[],
  name: string,
  types?: readonly ColumnType[],
): Result<CleanField> {
  const found = fields.find((field) => field.name === name)
  if (found === undefined)
    return fail('clean/unknown-column', { column: name, columns: fields.map(({ name }) => name) })
  if (types === undefined || types.includes(found.type)) return ok(found)
  return fail('clean/wrong-type', {
    column: name,
    found: typeWords[found.type],
    wanted: types.map((type) => typeWords[type]).join(' or '),
  })
}

/** Finds columns by name; fails on the first that does not fit. An empty list means all that fit. */
export function findFields(
  fields: readonly CleanField[],
  names: readonly string[],
  types?: readonly ColumnType[],
): Result<readonly CleanField[]> {
  if (names.length === 0) return ok(fields.filter(({ type }) => types === undefined || types.includes(type)))
  const found: CleanField[] = []
  for (const name of new Set(names)) {
    const one = findField(fields, name, types)
    if (!one.ok) return one
    found.push(one.value)
  }
  return ok(found)
}

export const numberTypes = ['integer', 'decimal'] as const satisfies readonly ColumnType[]
export const valueTypes = [
  'boolean',
  'integer',
  'decimal',
  'date',
  'timestamp',
] as const satisfies readonly ColumnType[]

/** A free column name close to the wanted one. */
export function freeName(wanted: string, fields: readonly { readonly name: string }[]): string {
  const taken = new Set(fields.map(({ name }) => name))
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted} ${number}`
    if (!taken.has(name)) return name
  }
}
