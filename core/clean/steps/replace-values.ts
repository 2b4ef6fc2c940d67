import { z } from 'zod'
import type { Budget, Steps } from '../../budget.ts'
import { fail } from '../../errors.ts'
import { ok, type Result } from '../../result.ts'
import { findField, typeWords } from '../find-field.ts'
import { type Cells, cellsOf, type CleanField, withCells } from '../rows.ts'
import { defineStep, settled } from '../step.ts'
import { mapCellsInParts } from '../values/map-texts.ts'
import { readValue } from '../values/read-texts.ts'
import { counted, quoted } from '../words.ts'

const settings = z.object({
  column: z.string(),
  find: z.string(),
  /** Empty: removes the cell's value, or the matched part. */
  replace: z.string().default(''),
  match: z.enum(['cell', 'part']).default('cell'),
  ignoresCase: z.boolean().default(false),
})
type Settings = z.infer<typeof settings>

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Counts occurrences without an array of them: a text of 100 million spaces would make one of 1 GB. */
function occurrencesOf(find: string, text: string): number {
  let count = 0
  for (let at = text.indexOf(find); at >= 0; at = text.indexOf(find, at + find.length)) count += 1
  return count
}

/** `$` has no meaning of its own in what a person wants instead. */
const literal = (replace: string): string => replace.replaceAll('$', '$$$$')

/**
 * Replaces whole cells or every occurrence; user patterns are not supported, because they may take exponential time.
 */
function replacer({ find, replace, match, ignoresCase }: Settings, budget: Budget): (text: string) => string | null {
  const key = (text: string): string => (ignoresCase ? text.toLowerCase() : text)
  if (match === 'cell') return (text) => (key(text) === key(find) ? replace : text)
  const places = ignoresCase ? new RegExp(escaped(find), 'gi') : find
  const instead = literal(replace)
  return (text) => {
    const found = replace.length > find.length ? occurrencesOf(key(find), key(text)) : 0
    if (found > 0) budget.charge('bytes', text.length + found * (replace.length - find.length))
    return ignoresCase ? text.replace(places, instead) : text.replaceAll(places, instead)
  }
}

/** Numbers are compared by value: `1,0` matches 1. */
function numberReplacer({ find, replace }: Settings, field: CleanField): Result<(cells: Cells) => Cells> {
  const { type, name } = field
  if (type === 'text') return ok((cells) => cells)
  const [from, to] = [readValue(find, type), replace === '' ? Number.NaN : readValue(replace, type)]
  const unreadable = Number.isNaN(from) ? find : replace !== '' && Number.isNaN(to) ? replace : null
  if (unreadable !== null)
    return fail('clean/invalid-settings', {
      step: 'Replace values',
      reason: `${quoted(unreadable)} is not what ${quoted(name)} holds, ${typeWords[type]}`,
    })
  return ok(({ column, odd }) => {
    if (column.type === 'text') return { column, odd }
    const values = column.values.map((value) => (value === from ? to : value))
    return { column: { ...column, values }, odd }
  })
}

export const replaceValues = defineStep<Settings>({
  title: 'Replace values',
  useWhen: 'Write one value instead of another.',
  inputs: [
    { kind: 'column', key: 'column', label: 'Column' },
    { kind: 'text', key: 'find', label: 'Find' },
    { kind: 'text', key: 'replace', label: 'Replace with', help: 'Nothing: the cell becomes empty.' },
    {
      kind: 'choice',
      key: 'match',
      label: 'Where',
      choices: [
        { value: 'cell', text: 'The whole cell' },
        { value: 'part', text: 'Any part of a text' },
      ],
    },
    { kind: 'switch', key: 'ignoresCase', label: 'Capital letters do not matter' },
  ],
  settings: settings.refine(({ find }) => find !== '', { message: 'say what to find', path: ['find'] }),
  begin: (fields) =>
    fields[0] ? { column: fields[0].name, find: '', replace: '', match: 'cell', ignoresCase: false } : null,
  isIdempotent: false,
  plan(given, fields) {
    const found = findField(fields, given.column)
    if (!found.ok) return found
    const isText = found.value.type === 'text'
    const numbers = numberReplacer(given, found.value)
    if (!numbers.ok) return numbers
    const replaceNumbers = numbers.value
    function* change(cells: Cells, budget: Budget): Steps<Cells> {
      return isText ? yield* mapCellsInParts(cells, replacer(given, budget), budget) : replaceNumbers(cells)
    }
    const instead = given.replace === '' ? 'nothing' : quoted(given.replace)
    return settled(
      fields,
      ({ cellsChanged }) =>
        `Replace ${quoted(given.find)} by ${instead} in ${counted(cellsChanged, 'cell')} of ${quoted(given.column)}`,
      function* (rows, budget) {
        return withCells(rows, [yield* change(cellsOf(rows, given.column), budget)])
      },
    )
  },
})
