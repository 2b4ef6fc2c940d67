import { z } from 'zod'
import { fail } from '../../errors.ts'
import { ok, type Result } from '../../result.ts'
import { findField, typeWords } from '../find-field.ts'
import { type Cells, cellsOf, type CleanField, isNull, keepRows } from '../rows.ts'
import { defineStep, settled } from '../step.ts'
import { readValue } from '../values/read-texts.ts'
import { counted, quoted } from '../words.ts'

const conditions = {
  empty: 'is empty',
  filled: 'is not empty',
  odd: 'is odd',
  equals: 'is',
  differs: 'is not',
  contains: 'contains',
  less: 'is less than',
  more: 'is more than',
} as const
type Condition = keyof typeof conditions
const conditionIds = Object.keys(conditions) as [Condition, ...Condition[]]
const withValue: readonly Condition[] = ['equals', 'differs', 'contains', 'less', 'more']

const settings = z.object({
  column: z.string(),
  is: z.enum(conditionIds).default('empty'),
  value: z.string().default(''),
})
type Settings = z.infer<typeof settings>
type Test = (cells: Cells, row: number) => boolean

/** Tests of presence; null for tests of content. */
function presenceTest(is: Condition): Test | null {
  if (is === 'odd') return ({ odd }, row) => odd.has(row)
  if (is === 'empty') return ({ column, odd }, row) => isNull(column, row) && !odd.has(row)
  return is === 'filled' ? ({ column, odd }, row) => !isNull(column, row) || odd.has(row) : null
}

/** An empty cell neither equals nor differs from a value; only the presence tests match it. */
function textTest({ is, value }: Settings): Test {
  const wanted = value.toLowerCase()
  const holds: Readonly<Record<string, (text: string) => boolean>> = {
    equals: (text) => text === value,
    differs: (text) => text !== value,
    contains: (text) => text.toLowerCase().includes(wanted),
    less: (text) => text < value,
    more: (text) => text > value,
  }
  const test = holds[is] ?? (() => false)
  return ({ column }, row) => {
    const text = column.type === 'text' ? column.dictionary[column.codes[row] ?? -1] : undefined
    return text !== undefined && test(text)
  }
}

function numberTest({ is, value }: Settings, { type, name }: CleanField): Result<Test> {
  const bound = type === 'text' ? Number.NaN : readValue(value, type)
  if (Number.isNaN(bound) || is === 'contains')
    return fail('clean/invalid-settings', {
      step: 'Remove rows',
      reason:
        is === 'contains'
          ? `${quoted(name)} holds ${typeWords[type]}, in which no text is looked for`
          : `${quoted(value)} is not what ${quoted(name)} holds, ${typeWords[type]}`,
    })
  const holds: Readonly<Record<string, (found: number) => boolean>> = {
    equals: (found) => found === bound,
    differs: (found) => found !== bound,
    less: (found) => found < bound,
    more: (found) => found > bound,
  }
  const test = holds[is] ?? (() => false)
  return ok(({ column }, row) => {
    const found = column.type === 'text' ? Number.NaN : (column.values[row] ?? Number.NaN)
    return !Number.isNaN(found) && test(found)
  })
}

function testOf(given: Settings, field: CleanField): Result<Test> {
  const presence = presenceTest(given.is)
  if (presence !== null) return ok(presence)
  return field.type === 'text' ? ok(textTest(given)) : numberTest(given, field)
}

export const removeRows = defineStep<Settings>({
  title: 'Remove rows',
  useWhen: 'Leave out rows that a condition holds for.',
  inputs: [
    { kind: 'column', key: 'column', label: 'Where' },
    {
      kind: 'choice',
      key: 'is',
      label: 'Condition',
      choices: conditionIds.map((value) => ({ value, text: conditions[value] })),
    },
    { kind: 'text', key: 'value', label: 'Value', when: { key: 'is', is: withValue } },
  ],
  settings,
  begin: (fields) => (fields[0] ? { column: fields[0].name, is: 'empty', value: '' } : null),
  isIdempotent: true,
  plan(given, fields) {
    const found = findField(fields, given.column)
    if (!found.ok) return found
    const test = testOf(given, found.value)
    if (!test.ok) return test
    const condition = withValue.includes(given.is)
      ? `${conditions[given.is]} ${quoted(given.value)}`
      : conditions[given.is]
    return settled(
      fields,
      ({ rowsBefore, rowsAfter }) =>
        `Remove ${counted(rowsBefore - rowsAfter, 'row')} where ${quoted(given.column)} ${condition}`,
      (rows) => {
        const cells = cellsOf(rows, given.column)
        return keepRows(rows, (row) => !test.value(cells, row))
      },
    )
  },
})
