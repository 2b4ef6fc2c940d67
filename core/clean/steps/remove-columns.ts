import { z } from 'zod'
import { fail } from '../../errors.ts'
import { findFields } from '../find-field.ts'
import { defineStep, settled } from '../step.ts'
import { counted, named } from '../words.ts'

export const removeColumns = defineStep({
  title: 'Remove columns',
  useWhen: 'Leave out columns that are not needed.',
  inputs: [{ kind: 'columns', key: 'columns', label: 'Columns' }],
  settings: z.object({ columns: z.array(z.string()).min(1) }),
  begin: (fields) => {
    const last = fields.length > 1 ? fields.at(-1) : undefined
    return last ? { columns: [last.name] } : null
  },
  isIdempotent: false,
  plan({ columns }, fields) {
    const found = findFields(fields, columns)
    if (!found.ok) return found
    const gone = new Set(columns)
    const kept = fields.filter(({ name }) => !gone.has(name))
    if (kept.length === 0)
      return fail('clean/invalid-settings', { step: 'Remove columns', reason: 'at least one column must stay' })
    return settled(
      kept,
      () => `Remove ${counted(gone.size, 'column')}: ${named([...gone])}`,
      (rows) => ({ ...rows, columns: rows.columns.filter(({ column }) => !gone.has(column.name)) }),
    )
  },
})
