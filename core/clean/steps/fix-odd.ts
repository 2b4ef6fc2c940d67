import { z } from 'zod'
import { fail } from '../../errors.ts'
import { findField, typeWords, valueTypes } from '../find-field.ts'
import { type Cells, cellsOf, keepRows, noOdd, type Rows, withCells } from '../rows.ts'
import { defineStep, settled } from '../step.ts'
import { readValue } from '../values/read-texts.ts'
import { counted, quoted } from '../words.ts'

const settings = z.object({
  column: z.string(),
  /** Only odd cells with this text; empty: all. */
  text: z.string().default(''),
  /** Only the cell of this row, from 0 in the recipe's input table; null: every row. */
  row: z.int().min(0).nullable().default(null),
  action: z.enum(['value', 'empty', 'remove-row']).default('empty'),
  value: z.string().default(''),
})
type Settings = z.infer<typeof settings>

/** Rows of the odd cells that the settings select. */
function chosen({ odd }: Cells, { origins }: Rows, { text, row }: Settings): number[] {
  return [...odd]
    .filter(([at, found]) => (text === '' || found === text) && (row === null || origins[at] === row))
    .map(([at]) => at)
}

function settle(rows: Rows, given: Settings, value: number): Rows {
  const cells = cellsOf(rows, given.column)
  const places = chosen(cells, rows, given)
  if (places.length === 0 || cells.column.type === 'text') return rows
  const isChosen = new Set(places)
  if (given.action === 'remove-row') return keepRows(rows, (row) => !isChosen.has(row))
  const odd = new Map([...cells.odd].filter(([at]) => !isChosen.has(at)))
  const values = cells.column.values.slice()
  for (const at of places) values[at] = value
  return withCells(rows, [{ column: { ...cells.column, values }, odd: odd.size === 0 ? noOdd : odd }])
}

const deeds = { value: 'Write', empty: 'Empty', 'remove-row': 'Remove' } as const

export const fixOdd = defineStep<Settings>({
  title: 'Fix odd cells',
  useWhen: 'Settle cells whose text does not fit their column.',
  inputs: [
    { kind: 'column', key: 'column', label: 'Column', types: valueTypes },
    { kind: 'text', key: 'text', label: 'Cells that say', help: 'Nothing: all odd cells of the column.' },
    {
      kind: 'choice',
      key: 'action',
      label: 'Then',
      choices: [
        { value: 'empty', text: 'Make them empty' },
        { value: 'value', text: 'Write a value instead' },
        { value: 'remove-row', text: 'Leave their rows out' },
      ],
    },
    { kind: 'text', key: 'value', label: 'Value', when: { key: 'action', is: ['value'] } },
  ],
  settings,
  begin: (fields) => {
    const first = fields.find(({ type }) => type !== 'text')
    return first ? settings.parse({ column: first.name }) : null
  },
  isIdempotent: true,
  plan(given, fields) {
    const found = findField(fields, given.column, valueTypes)
    if (!found.ok) return found
    const { type } = found.value
    const value = given.action === 'value' && type !== 'text' ? readValue(given.value, type) : Number.NaN
    if (given.action === 'value' && Number.isNaN(value))
      return fail('clean/invalid-settings', {
        step: 'Fix odd cells',
        reason: `${quoted(given.value)} is not what ${quoted(given.column)} holds, ${typeWords[type]}`,
      })
    const which = given.text === '' ? '' : ` that say ${quoted(given.text)}`
    return settled(
      fields,
      ({ cellsChanged, rowsBefore, rowsAfter }) => {
        if (given.action === 'remove-row')
          return `Remove ${counted(rowsBefore - rowsAfter, 'row')} with odd cells of ${quoted(given.column)}${which}`
        const what = `${counted(cellsChanged, 'odd cell')} of ${quoted(given.column)}${which}`
        return given.action === 'value'
          ? `${deeds.value} ${quoted(given.value)} into ${what}`
          : `${deeds.empty} ${what}`
      },
      (rows) => settle(rows, given, value),
    )
  },
})
