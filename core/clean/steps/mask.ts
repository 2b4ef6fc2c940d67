import { z } from 'zod'
import { maskEmail } from '../../format/mask-email.ts'
import { hashText } from '../../profile/hash.ts'
import { findFields } from '../find-field.ts'
import { type Cells, cellsOf, noOdd, withCells } from '../rows.ts'
import { defineStep, settled } from '../step.ts'
import { textOfCell } from '../values/cell-text.ts'
import { mapTexts, textColumn } from '../values/map-texts.ts'
import { named } from '../words.ts'

const hidden = '•'
const longestMask = 24

const stars = (length: number): string => hidden.repeat(Math.min(length, longestMask))

/** Keeps the first letter and the domain of an e-mail address, or the last two characters of other text. */
function partly(text: string): string {
  const email = maskEmail(text)
  if (email !== null) return email
  const shown = text.length > 6 ? 2 : 0
  return stars(text.length - shown) + text.slice(text.length - shown)
}

const masks = {
  partly,
  /** Equal texts get equal codes, so they can still be counted; short texts can be guessed by trying. */
  code: (text: string) =>
    `#${hashText(text, 11).toString(16).padStart(8, '0')}${hashText(text, 12).toString(16).padStart(8, '0')}`,
  all: () => stars(6),
} as const

function masked(cells: Cells, mask: (text: string) => string): Cells {
  const { column } = cells
  if (column.type === 'text') return { column: mapTexts(column, mask), odd: noOdd }
  const rows = column.values.length
  const text = textColumn(column.name, rows, (row) => textOfCell(cells, row))
  return { column: mapTexts(text, mask), odd: noOdd }
}

export const mask = defineStep({
  title: 'Mask sensitive values',
  useWhen: 'Hide e-mail addresses, telephone numbers and the like, for good, in the new version.',
  inputs: [
    { kind: 'columns', key: 'columns', label: 'Columns' },
    {
      kind: 'choice',
      key: 'how',
      label: 'How',
      choices: [
        { value: 'partly', text: 'Hide most of it' },
        { value: 'all', text: 'Hide all of it' },
        { value: 'code', text: 'A code, the same for equal values' },
      ],
      help: 'A code of a short value can be found out by trying. Hide all where that matters.',
    },
  ],
  settings: z.object({ columns: z.array(z.string()).min(1), how: z.enum(['partly', 'all', 'code']).default('partly') }),
  begin: (fields) => (fields[0] ? { columns: [fields[0].name], how: 'partly' as const } : null),
  isIdempotent: false,
  plan({ columns, how }, fields) {
    const found = findFields(fields, columns)
    if (!found.ok) return found
    const isMasked = new Set(columns)
    return settled(
      fields.map(({ name, ...field }) => (isMasked.has(name) ? { name, type: 'text' } : { name, ...field })),
      () => `Mask ${named(columns)}`,
      (rows) =>
        withCells(
          rows,
          columns.map((name) => masked(cellsOf(rows, name), masks[how])),
        ),
    )
  },
})
