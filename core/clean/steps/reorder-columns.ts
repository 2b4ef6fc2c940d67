import { z } from 'zod'
import { findFields } from '../find-field.ts'
import { defineStep, settled } from '../step.ts'
import { named } from '../words.ts'

/** Named columns first, in the given order; the others keep theirs. */
function reordered<Item>(items: readonly Item[], names: readonly string[], nameOf: (item: Item) => string): Item[] {
  const first = names.flatMap((name) => items.find((item) => nameOf(item) === name) ?? [])
  const rest = items.filter((item) => !names.includes(nameOf(item)))
  return [...first, ...rest]
}

export const reorderColumns = defineStep({
  title: 'Reorder columns',
  useWhen: 'Put columns first, in an order of your own.',
  inputs: [{ kind: 'columns', key: 'columns', label: 'First columns, in order' }],
  settings: z.object({ columns: z.array(z.string()).min(1) }),
  begin: (fields) => {
    const last = fields.at(-1)
    return last ? { columns: [last.name] } : null
  },
  isIdempotent: true,
  plan({ columns }, fields) {
    const found = findFields(fields, columns)
    if (!found.ok) return found
    const names = [...new Set(columns)]
    return settled(
      reordered(fields, names, ({ name }) => name),
      () => `Put ${named(names)} first`,
      (rows) => ({ ...rows, columns: reordered(rows.columns, names, ({ column }) => column.name) }),
    )
  },
})
