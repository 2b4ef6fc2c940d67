import { z } from 'zod'
import { ok } from '../../result.ts'
import { findField, freeName } from '../find-field.ts'
import { type Cells, cellsOf, type CleanField, noOdd, type Rows } from '../rows.ts'
import { defineStep, type ReadyStep } from '../step.ts'
import { mapTexts } from '../values/map-texts.ts'
import { readTexts, TextEvidence, type TypedPlan } from '../values/read-texts.ts'
import { counted, quoted } from '../words.ts'

const settings = z.object({
  column: z.string(),
  what: z.enum(['number', 'words', 'domain']).default('number'),
  /** Adds a column beside the text instead of replacing it. */
  keep: z.boolean().default(false),
})
type Settings = z.infer<typeof settings>

const number = /[-−+]?\d+(?:[., '\u00a0\u202f]\d+)*(?:e[-+]?\d+)?/i

/** The first number in a text as written; null if none. */
export const numberIn = (text: string): string | null => number.exec(text)?.[0].replace(/['\u00a0\u202f ]/g, '') ?? null

const texts = {
  words: (text: string): string | null =>
    text.replace(new RegExp(number, 'gi'), ' ').replace(/\s+/g, ' ').trim() || null,
  domain: (text: string): string | null =>
    /(?:@|:\/\/|^)(?:www\.)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})/iu.exec(text.trim())?.[1]?.toLowerCase() ?? null,
} as const

const whatWords = { number: 'the number', words: 'the words', domain: 'the domain' } as const

/** Cells without a number keep their text as odd cells. */
function numbersOf({ column }: Cells, plan: TypedPlan, name: string): Cells {
  if (column.type !== 'text') return { column: { ...column, name }, odd: noOdd }
  const read = readTexts(column.dictionary.map(numberIn), plan)
  const odd = new Map<number, string>()
  const values = Float64Array.from(column.codes, (code, row) => {
    const value = read.values[code] ?? Number.NaN
    if (code >= 0 && Number.isNaN(value)) odd.set(row, column.dictionary[code] ?? '')
    return value
  })
  return { column: { name, type: plan.type, values }, odd }
}

function textsOf({ column }: Cells, what: keyof typeof texts, name: string): Cells {
  if (column.type !== 'text') return { column: { ...column, name }, odd: noOdd }
  return { column: { ...mapTexts(column, texts[what]), name }, odd: noOdd }
}

function placed(rows: Rows, given: Settings, extracted: Cells): Rows {
  const columns = rows.columns.flatMap((cells) =>
    cells.column.name === given.column ? [...(given.keep ? [cells] : []), extracted] : [cells],
  )
  return { ...rows, columns }
}

export const extract = defineStep<Settings>({
  title: 'Extract from text',
  useWhen: 'Take the number, the words or the domain out of a text, such as 12 from “12 kg”.',
  inputs: [
    { kind: 'column', key: 'column', label: 'Column', types: ['text'] },
    {
      kind: 'choice',
      key: 'what',
      label: 'Take out',
      choices: [
        { value: 'number', text: 'The first number' },
        { value: 'words', text: 'The words without numbers' },
        { value: 'domain', text: 'The domain of an address' },
      ],
    },
    { kind: 'switch', key: 'keep', label: 'Keep the column and put this beside it' },
  ],
  settings,
  begin: (fields) => {
    const first = fields.find(({ type }) => type === 'text')
    return first ? { column: first.name, what: 'number', keep: false } : null
  },
  isIdempotent: false,
  plan(given, fields) {
    const { column, what, keep } = given
    const found = findField(fields, column, ['text'])
    if (!found.ok) return found
    const name = keep ? freeName(`${column} ${what}`, fields) : column
    const ready = (added: CleanField, take: (cells: Cells) => Cells, learned: ReadyStep['learned']): ReadyStep => ({
      says: ({ oddBefore, oddAfter }) => {
        const without = oddAfter - oddBefore
        return `Take ${whatWords[what]} out of ${quoted(column)}${without > 0 ? `; ${counted(without, 'text')} without one ${without === 1 ? 'is' : 'are'} odd` : ''}`
      },
      learned,
      fields: fields.flatMap((field) => (field.name === column ? [...(keep ? [field] : []), added] : [field])),
      start: () => (rows) => placed(rows, given, take(cellsOf(rows, column))),
    })
    if (what !== 'number') return ok(ready({ name, type: 'text' }, (cells) => textsOf(cells, what, name), {}))
    return ok({
      learn: () => {
        const evidence = new TextEvidence()
        let hasFraction = false
        return {
          add: (rows) => {
            const { column: seen } = cellsOf(rows, column)
            if (seen.type !== 'text') return
            const numbers = seen.dictionary.map(numberIn).filter((text) => text !== null)
            evidence.add(numbers)
            hasFraction ||= numbers.some((text) => /[.,e]/i.test(text))
          },
          finish: () => {
            const plan = evidence.planFor(hasFraction ? 'decimal' : 'integer')
            return ok(
              ready(
                { name, type: plan.type },
                (cells) => numbersOf(cells, plan, name),
                'mark' in plan ? { decimals: plan.mark } : {},
              ),
            )
          },
        }
      },
    })
  },
})
