import { z } from 'zod'
import { findField, freeName } from '../find-field.ts'
import { type Cells, cellsOf, type CleanField, noOdd, type Rows } from '../rows.ts'
import { defineStep, settled } from '../step.ts'
import { mapTexts } from '../values/map-texts.ts'
import { counted, quoted } from '../words.ts'

const settings = z.object({
  column: z.string(),
  at: z.enum(['delimiter', 'position']).default('delimiter'),
  delimiter: z.string().max(20).default(' '),
  /** Length of the first part, in characters. */
  position: z.int().min(1).max(10_000).default(1),
  /** The last part takes the rest of the text. */
  parts: z.int().min(2).max(20).default(2),
  keep: z.boolean().default(false),
})
type Settings = z.infer<typeof settings>

/** The parts of one text; the rest stays in the last. */
function partsOf(text: string, { at, delimiter, position, parts }: Settings): readonly string[] {
  if (at === 'position') return [text.slice(0, position).trim(), text.slice(position).trim()]
  const pieces = text.split(delimiter)
  const first = pieces.slice(0, parts - 1)
  const rest = pieces.slice(parts - 1).join(delimiter)
  return [...first, rest].map((piece) => piece.trim())
}

const countOf = ({ at, parts }: Settings): number => (at === 'position' ? 2 : parts)

function namesFor(given: Settings, fields: readonly CleanField[]): readonly string[] {
  const names: CleanField[] = []
  for (let part = 1; part <= countOf(given); part++)
    names.push({ name: freeName(`${given.column} ${part}`, [...fields, ...names]), type: 'text' })
  return names.map(({ name }) => name)
}

function split(rows: Rows, given: Settings, names: readonly string[]): Rows {
  const { column } = cellsOf(rows, given.column)
  if (column.type !== 'text') return rows
  const known = new Map(column.dictionary.map((text) => [text, partsOf(text, given)]))
  const parts = names.map((name, part): Cells => {
    const mapped = mapTexts(column, (text) => known.get(text)?.[part] ?? null)
    return { column: { ...mapped, name }, odd: noOdd }
  })
  const columns = rows.columns.flatMap((cells) =>
    cells.column.name === given.column ? [...(given.keep ? [cells] : []), ...parts] : [cells],
  )
  return { ...rows, columns }
}

export const splitColumn = defineStep<Settings>({
  title: 'Split column',
  useWhen: 'Make several columns of one, at a mark or after some characters.',
  inputs: [
    { kind: 'column', key: 'column', label: 'Column', types: ['text'] },
    {
      kind: 'choice',
      key: 'at',
      label: 'Split',
      choices: [
        { value: 'delimiter', text: 'At a mark' },
        { value: 'position', text: 'After some characters' },
      ],
    },
    { kind: 'text', key: 'delimiter', label: 'Mark', when: { key: 'at', is: ['delimiter'] } },
    {
      kind: 'number',
      key: 'parts',
      label: 'Into',
      least: 2,
      most: 20,
      whole: true,
      when: { key: 'at', is: ['delimiter'] },
    },
    {
      kind: 'number',
      key: 'position',
      label: 'Characters in the first',
      least: 1,
      whole: true,
      when: { key: 'at', is: ['position'] },
    },
    { kind: 'switch', key: 'keep', label: 'Keep the column as it was' },
  ],
  settings: settings.refine(({ at, delimiter }) => at === 'position' || delimiter !== '', {
    message: 'say at which mark to split',
    path: ['delimiter'],
  }),
  begin: (fields) => {
    const first = fields.find(({ type }) => type === 'text')
    return first ? settings.parse({ column: first.name }) : null
  },
  isIdempotent: false,
  plan(given, fields) {
    const found = findField(fields, given.column, ['text'])
    if (!found.ok) return found
    const names = namesFor(given, fields)
    const added = names.map((name): CleanField => ({ name, type: 'text' }))
    const after = fields.flatMap((field) =>
      field.name === given.column ? [...(given.keep ? [field] : []), ...added] : [field],
    )
    const where =
      given.at === 'position' ? `after ${counted(given.position, 'character')}` : `at ${quoted(given.delimiter)}`
    return settled(
      after,
      () => `Split ${quoted(given.column)} ${where} into ${counted(names.length, 'column')}`,
      (rows) => split(rows, given, names),
    )
  },
})
