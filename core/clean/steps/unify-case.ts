import { z } from 'zod'
import { ok } from '../../result.ts'
import { findFields } from '../find-field.ts'
import { cellsOf, withCells } from '../rows.ts'
import { TextTally } from '../learning/text-tally.ts'
import { defineStep, type ReadyStep } from '../step.ts'
import { mapCells } from '../values/map-texts.ts'
import { counted, named } from '../words.ts'

const upperFirst = (text: string): string => text.replace(/\p{L}/u, (letter) => letter.toUpperCase())

const cases = {
  frequent: null,
  lower: (text: string) => text.toLowerCase(),
  upper: (text: string) => text.toUpperCase(),
  title: (text: string) =>
    text.toLowerCase().replace(/(?<![\p{L}\p{M}\p{N}'’])\p{L}/gu, (letter) => letter.toUpperCase()),
  sentence: (text: string) => upperFirst(text.toLowerCase()),
} as const

const caseIds = ['frequent', 'lower', 'upper', 'title', 'sentence'] as const

/** Equal for texts that differ only in case. */
export const caseKey = (text: string): string => text.toLowerCase()

const settings = z.object({ columns: z.array(z.string()).min(1), to: z.enum(caseIds).default('frequent') })

export const unifyCase = defineStep<z.infer<typeof settings>>({
  title: 'Unify case',
  useWhen: 'Write texts that differ only in capital letters the same way.',
  inputs: [
    { kind: 'columns', key: 'columns', label: 'Columns', types: ['text'] },
    {
      kind: 'choice',
      key: 'to',
      label: 'Write as',
      choices: [
        { value: 'frequent', text: 'The most frequent way' },
        { value: 'lower', text: 'lower case' },
        { value: 'upper', text: 'UPPER CASE' },
        { value: 'title', text: 'Every Word Capital' },
        { value: 'sentence', text: 'First letter capital' },
      ],
    },
  ],
  settings,
  begin: (fields) => {
    const first = fields.find(({ type }) => type === 'text')
    return first ? { columns: [first.name], to: 'frequent' } : null
  },
  isIdempotent: true,
  plan({ columns, to }, fields) {
    const found = findFields(fields, columns, ['text'])
    if (!found.ok) return found
    const change = cases[to]
    const ready = (learned: ReadyStep['learned'], changeIn: (name: string) => (text: string) => string): ReadyStep => ({
      says: ({ cellsChanged }) => `Unify the case of ${counted(cellsChanged, 'cell')} in ${named(columns)}`,
      learned,
      fields,
      start: () => (rows) =>
        withCells(
          rows,
          columns.map((name) => mapCells(cellsOf(rows, name), changeIn(name))),
        ),
    })
    if (change !== null) return ok(ready({}, () => change))
    return ok({
      learn: () => {
        const tallies = new Map(columns.map((name) => [name, new TextTally(name)]))
        return {
          add: (rows) => {
            for (const [name, tally] of tallies) tally.add(cellsOf(rows, name).column)
          },
          finish: () => {
            const maps = new Map<string, ReadonlyMap<string, string>>()
            for (const [name, tally] of tallies) {
              const counts = tally.finish()
              if (!counts.ok) return counts
              maps.set(name, winnersOf(counts.value))
            }
            const learned = Object.fromEntries([...maps].map(([name, map]) => [name, Object.fromEntries(map)]))
            return ok(ready(learned, (name) => (text) => maps.get(name)?.get(text) ?? text))
          },
        }
      },
    })
  },
})

/** Maps each rarer case variant to the most frequent one. */
function winnersOf(counts: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const best = new Map<string, string>()
  for (const [text, count] of counts) {
    const key = caseKey(text)
    const former = best.get(key)
    const most = former === undefined ? -1 : (counts.get(former) ?? 0)
    if (former === undefined || count > most || (count === most && text < former)) best.set(key, text)
  }
  const winners = new Map<string, string>()
  for (const text of counts.keys()) {
    const winner = best.get(caseKey(text)) ?? text
    if (winner !== text) winners.set(text, winner)
  }
  return winners
}
