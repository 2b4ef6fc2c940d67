import { aggregateFunctions, type AggregateId } from '#core/semantic/formula/functions/aggregates.ts'
import {
  functionGroups,
  type FunctionId,
  signatureOf,
  signatureOfAggregate,
} from '#core/semantic/formula/functions/registry.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|')

const table = (rows: readonly (readonly string[])[]): string =>
  [
    '| Written | What it gives | Example |',
    '|---|---|---|',
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  ].join('\n')

const code = (text: string): string => `\`${text}\``

/** The tables of functions that `docs/formulas.md` holds. */
export function functionTables(): string {
  const aggregates = (Object.keys(aggregateFunctions) as AggregateId[]).map((id) => {
    const { help, example } = aggregateFunctions[id]
    return [code(signatureOfAggregate(id)), help, code(example)]
  })
  const groups = Object.entries(functionGroups).map(([title, group]) => {
    const rows = Object.entries(group).map(([id, { help, example }]) => [
      code(signatureOf(id as FunctionId)),
      help,
      code(example),
    ])
    return `### ${title}\n\n${table(rows)}`
  })
  return [`### For whole groups\n\n${table(aggregates)}`, ...groups].join('\n\n')
}
