import { z } from 'zod'
import { ok } from '../../result.ts'
import { findFields } from '../find-field.ts'
import { DuplicateFinder, type Marks } from '../learning/duplicates.ts'
import { type CleanField, keepRows, type Rows } from '../rows.ts'
import { defineStep, type ReadyStep } from '../step.ts'
import { counted, named } from '../words.ts'

/** Removes the marked rows, counting rows over the pass. */
function withoutMarked(marks: Marks): (rows: Rows) => Rows {
  let before = 0
  return (rows) => {
    const start = before
    before += rows.count
    return keepRows(rows, (row) => !marks.has(start + row))
  }
}

function ready(marks: Marks, columns: readonly string[], fields: readonly CleanField[]): ReadyStep {
  const by = columns.length === 0 ? '' : ` by ${named(columns)}`
  return {
    says: ({ rowsBefore, rowsAfter }) => `Remove ${counted(rowsBefore - rowsAfter, 'duplicate row')}${by}`,
    learned: { duplicates: marks.count },
    fields,
    start: () => withoutMarked(marks),
  }
}

export const removeDuplicates = defineStep({
  title: 'Remove duplicates',
  useWhen: 'Keep one of several equal rows, or of several with the same key.',
  inputs: [
    { kind: 'columns', key: 'columns', label: 'Equal in', optional: true, help: 'None chosen: all columns.' },
    {
      kind: 'choice',
      key: 'keep',
      label: 'Keep',
      choices: [
        { value: 'first', text: 'The first of them' },
        { value: 'last', text: 'The last of them' },
      ],
    },
  ],
  settings: z.object({ columns: z.array(z.string()).default([]), keep: z.enum(['first', 'last']).default('first') }),
  begin: (fields) => (fields.length > 0 ? { columns: [], keep: 'first' as const } : null),
  isIdempotent: true,
  plan({ columns, keep }, fields) {
    const found = findFields(fields, columns)
    if (!found.ok) return found
    const names = new Set(found.value.map(({ name }) => name))
    return ok({
      learn: () => {
        const finder = new DuplicateFinder((rows) => rows.columns.filter(({ column }) => names.has(column.name)), keep)
        return {
          add: (rows) => finder.add(rows),
          finish: () => ok(finder.finish() ? ready(finder.repeats, columns, fields) : 'again'),
        }
      },
    })
  },
})
