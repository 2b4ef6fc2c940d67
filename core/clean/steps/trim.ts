import { z } from 'zod'
import { findFields } from '../find-field.ts'
import { cellsOf, withCells } from '../rows.ts'
import { defineStep, settled } from '../step.ts'
import { mapCells } from '../values/map-texts.ts'
import { counted, named } from '../words.ts'

/** White space, zero-width and control characters. */
const blank = /[\s\p{Cc}\u200b-\u200d\u2060\ufeff]/u
const runs = /[\s\p{Cc}]{2,}|[^\S ]/gu

/** Trims a text and, if asked, collapses inner white space. */
export function trimmed(text: string, collapse: boolean): string {
  let [from, to] = [0, text.length]
  while (from < to && blank.test(text.charAt(from))) from++
  while (to > from && blank.test(text.charAt(to - 1))) to--
  const cut = text.slice(from, to)
  return collapse ? cut.replace(runs, ' ') : cut
}

export const trim = defineStep({
  title: 'Trim spaces',
  useWhen: 'Take away spaces before and after texts, so that equal texts are equal.',
  inputs: [
    {
      kind: 'columns',
      key: 'columns',
      label: 'Columns',
      types: ['text'],
      optional: true,
      help: 'None chosen: all with text.',
    },
    { kind: 'switch', key: 'collapse', label: 'Make several spaces inside a text one' },
  ],
  settings: z.object({ columns: z.array(z.string()).default([]), collapse: z.boolean().default(true) }),
  begin: (fields) => (fields.some(({ type }) => type === 'text') ? { columns: [], collapse: true } : null),
  isIdempotent: true,
  plan({ columns, collapse }, fields) {
    const found = findFields(fields, columns, ['text'])
    if (!found.ok) return found
    const names = found.value.map(({ name }) => name)
    const where = columns.length === 0 ? 'all columns of text' : named(columns)
    return settled(
      fields,
      ({ cellsChanged }) => `Trim spaces in ${counted(cellsChanged, 'cell')} of ${where}`,
      (rows) =>
        withCells(
          rows,
          names.map((name) => mapCells(cellsOf(rows, name), (text) => trimmed(text, collapse))),
        ),
    )
  },
})
