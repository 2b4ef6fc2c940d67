import { z } from 'zod'
import type { Budget } from '../../budget.ts'
import { fail } from '../../errors.ts'
import { findFields } from '../find-field.ts'
import { cellsOf, type CleanField, noOdd, type Rows } from '../rows.ts'
import { defineStep, settled } from '../step.ts'
import { textOfCell } from '../values/cell-text.ts'
import { textColumn } from '../values/map-texts.ts'
import { named, quoted } from '../words.ts'

const settings = z.object({
  columns: z.array(z.string()).min(2).max(50),
  separator: z.string().max(20).default(' '),
  name: z.string().trim().min(1).max(200),
  keep: z.boolean().default(false),
})
type Settings = z.infer<typeof settings>

/** The merged column takes the place of its first part. */
function placed<Item>(items: readonly Item[], given: Settings, nameOf: (item: Item) => string, merged: Item): Item[] {
  const parts = new Set(given.columns)
  const first = items.findIndex((item) => parts.has(nameOf(item)))
  return items.flatMap((item, at) => [
    ...(at === first ? [merged] : []),
    ...(given.keep || !parts.has(nameOf(item)) ? [item] : []),
  ])
}

function merge(rows: Rows, given: Settings, budget: Budget): Rows {
  const parts = given.columns.map((name) => cellsOf(rows, name))
  const column = textColumn(given.name, rows.count, (row) => {
    const texts = parts.map((cells) => textOfCell(cells, row)).filter((text) => text !== null && text !== '')
    budget.charge(
      'bytes',
      texts.reduce((sum, text) => sum + (text?.length ?? 0) + given.separator.length, 0),
    )
    return texts.join(given.separator)
  })
  return { ...rows, columns: placed(rows.columns, given, (cells) => cells.column.name, { column, odd: noOdd }) }
}

export const mergeColumns = defineStep<Settings>({
  title: 'Merge columns',
  useWhen: 'Write several columns into one, with something between them.',
  inputs: [
    { kind: 'columns', key: 'columns', label: 'Columns, in order' },
    { kind: 'text', key: 'separator', label: 'Between them' },
    { kind: 'text', key: 'name', label: 'Name of the column' },
    { kind: 'switch', key: 'keep', label: 'Keep the columns as they were' },
  ],
  settings,
  begin: ([first, second]) =>
    first && second
      ? { columns: [first.name, second.name], separator: ' ', name: `${first.name} ${second.name}`, keep: false }
      : null,
  isIdempotent: false,
  plan(given, fields) {
    const found = findFields(fields, given.columns)
    if (!found.ok) return found
    const rest = given.keep ? fields : fields.filter(({ name }) => !given.columns.includes(name))
    if (rest.some(({ name }) => name === given.name))
      return fail('clean/invalid-settings', {
        step: 'Merge columns',
        reason: `there is a column ${quoted(given.name)} already`,
      })
    const merged: CleanField = { name: given.name, type: 'text' }
    return settled(
      placed(fields, given, ({ name }) => name, merged),
      () => `Merge ${named(given.columns)} into ${quoted(given.name)}`,
      (rows, budget) => merge(rows, given, budget),
    )
  },
})
