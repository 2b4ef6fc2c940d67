import { z } from 'zod'
import { fail } from '../../errors.ts'
import { ok } from '../../result.ts'
import { findField } from '../find-field.ts'
import { clustering, type ClusterMethod, clusterMethods, type Merge, maxByDistance } from '../learning/clusters.ts'
import { TextTally } from '../learning/text-tally.ts'
import { type CleanField, cellsOf, withCells } from '../rows.ts'
import { defineStep, type ReadyStep } from '../step.ts'
import { mapCells } from '../values/map-texts.ts'
import { counted, quoted } from '../words.ts'

const mergeSchema = z.object({ to: z.string(), from: z.array(z.string()) })

function ready(column: string, merges: readonly Merge[], fields: readonly CleanField[]): ReadyStep {
  const spelling = new Map(merges.flatMap(({ to, from }) => from.map((text) => [text, to] as const)))
  const learned = { merges: merges.map(({ to, from }) => ({ to, from: [...from] })) }
  return {
    says: ({ cellsChanged }) =>
      `Unify ${counted(spelling.size, 'spelling')} of ${counted(merges.length, 'value')} in ${quoted(column)}: ${counted(cellsChanged, 'cell')}`,
    learned,
    fields,
    start: () => (rows) => withCells(rows, [mapCells(cellsOf(rows, column), (text) => spelling.get(text) ?? text)]),
  }
}

const tooMany = (column: string) =>
  fail('clean/nothing-to-go-by', {
    column,
    reason: `it holds more than ${maxByDistance.toLocaleString('en')} different texts, too many to compare letter by letter`,
  })

/** Resolves chains of merges (`a` to `b`, `b` to `c`), so that applying twice changes nothing more. */
function settledMerges(merges: readonly Merge[]): readonly Merge[] {
  const targets = new Map(merges.flatMap(({ to, from }) => from.map((text) => [text, to] as const)))
  const end = (text: string): string => {
    const seen = new Set([text])
    let at = text
    for (let next = targets.get(at); next !== undefined && !seen.has(next); next = targets.get(at)) {
      seen.add(next)
      at = next
    }
    return at
  }
  return merges.map(({ to, from }) => ({ to: end(to), from: from.filter((text) => text !== end(to)) }))
}

export const unifySpellings = defineStep({
  title: 'Unify spellings',
  useWhen: 'Write different spellings of the same thing in one way.',
  inputs: [
    { kind: 'column', key: 'column', label: 'Column', types: ['text'] },
    {
      kind: 'choice',
      key: 'method',
      label: 'Find spellings by',
      choices: [
        { value: 'fingerprint', text: 'Same words, whatever case, accents, order' },
        { value: 'ngram', text: 'Same pairs of letters' },
        { value: 'distance', text: 'One or two letters apart' },
      ],
    },
    {
      kind: 'merges',
      key: 'merges',
      label: 'Spellings to unify',
      help: 'Take out what should stay, or choose which spelling wins.',
    },
  ],
  settings: z.object({
    column: z.string(),
    method: z.enum(clusterMethods).default('fingerprint'),
    /** Chosen by a person; null: detected in the table, the most frequent spelling wins. */
    merges: z.array(mergeSchema).max(10_000).nullable().default(null),
  }),
  begin: (fields) => {
    const first = fields.find(({ type }) => type === 'text')
    return first ? { column: first.name, method: 'fingerprint' as ClusterMethod, merges: null } : null
  },
  isIdempotent: true,
  plan({ column, method, merges }, fields) {
    const found = findField(fields, column, ['text'])
    if (!found.ok) return found
    if (merges !== null) return ok(ready(column, settledMerges(merges), fields))
    return ok({
      learn: () => {
        const tally = new TextTally(column)
        let found: readonly Merge[] = []
        const isTooMany = (texts: number): boolean => method === 'distance' && texts > maxByDistance
        return {
          add: (rows) => tally.add(cellsOf(rows, column).column),
          *settle() {
            const counts = tally.finish()
            if (counts.ok && !isTooMany(counts.value.size)) found = yield* clustering(counts.value, method)
          },
          finish: () => {
            const counts = tally.finish()
            if (!counts.ok) return counts
            return isTooMany(counts.value.size) ? tooMany(column) : ok(ready(column, found, fields))
          },
        }
      },
    })
  },
})
