import { z } from 'zod'
import { fail } from '../../errors.ts'
import { findField } from '../find-field.ts'
import type { CleanField, Rows } from '../rows.ts'
import { defineStep, settled } from '../step.ts'
import { quoted } from '../words.ts'

/** Renames the columns of rows. */
export const renamed = (rows: Rows, names: ReadonlyMap<string, string>): Rows => ({
  ...rows,
  columns: rows.columns.map((cells) => {
    const name = names.get(cells.column.name)
    return name === undefined ? cells : { ...cells, column: { ...cells.column, name } }
  }),
})

export const renamedFields = (
  fields: readonly CleanField[],
  names: ReadonlyMap<string, string>,
): readonly CleanField[] => fields.map((field) => ({ ...field, name: names.get(field.name) ?? field.name }))

export const renameColumn = defineStep({
  title: 'Rename column',
  useWhen: 'Call a column by another name.',
  inputs: [
    { kind: 'column', key: 'column', label: 'Column' },
    { kind: 'text', key: 'to', label: 'New name' },
  ],
  settings: z.object({ column: z.string(), to: z.string().trim().min(1).max(200) }),
  begin: (fields) => (fields[0] ? { column: fields[0].name, to: `${fields[0].name} renamed` } : null),
  isIdempotent: false,
  plan({ column, to }, fields) {
    const found = findField(fields, column)
    if (!found.ok) return found
    if (to !== column && fields.some(({ name }) => name === to))
      return fail('clean/invalid-settings', {
        step: 'Rename column',
        reason: `there is a column ${quoted(to)} already`,
      })
    const names = new Map([[column, to]])
    return settled(
      renamedFields(fields, names),
      () => `Rename ${quoted(column)} to ${quoted(to)}`,
      (rows) => renamed(rows, names),
    )
  },
})
