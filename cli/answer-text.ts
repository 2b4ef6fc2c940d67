import type { Answer, Answered } from '#core/ask/answer.ts'
import type { Chip } from '#core/ask/reading.ts'
import { chartData } from '#core/charts/chart-data.ts'
import { resultColumns, textAt } from '#core/charts/result-columns.ts'
import { isQuantity } from '#core/query/type-rules.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'

const maxRows = 20
const widest = 40

const clipped = (text: string): string => (text.length > widest ? `${text.slice(0, widest - 1)}…` : text)

function tableOf({ table, reading }: Answered, model: SemanticModel): readonly string[] {
  const columns = resultColumns(chartData(table, reading.query, model))
  const shown = Math.min(table.rows, maxRows)
  const cells = columns.map((column) => [
    clipped(column.part.label),
    ...Array.from({ length: shown }, (_, row) => clipped(textAt(column, row))),
  ])
  const widths = cells.map((column) => Math.max(...column.map(({ length }) => length)))
  const isNumber = columns.map(({ column }) => isQuantity(column.type))
  const lines = Array.from({ length: shown + 1 }, (_, row) =>
    cells
      .map((column, at) => {
        const text = column[row] ?? ''
        return isNumber[at] ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0)
      })
      .join('  ')
      .trimEnd(),
  )
  return table.rows > shown ? [...lines, `… ${table.rows - shown} more rows`] : lines
}

/** A chip, with the word that was only guessed at. */
const textOfChip = ({ text, means }: Chip): string =>
  means?.isGuess ? `${text} (“${means.words}”, read as ${means.what})` : text

/** An answer as terminal text. */
export function describeAnswer(answer: Answer, model: SemanticModel): readonly string[] {
  if (answer.status === 'refuse')
    return [answer.reason, '', 'These would work:', ...answer.suggestions.map((each) => `  ${each}`)]
  if (answer.status === 'clarify') return [answer.question, ...answer.readings.map(({ title }) => `  ${title}`)]
  const { text, reading, others, confidence } = answer
  const hasTable = answer.table.rows > 1 || answer.table.columns.length > 1
  return [
    text,
    ...(hasTable ? ['', ...tableOf(answer, model)] : []),
    '',
    `Understood as: ${reading.chips.map(textOfChip).join(' · ')} (${Math.round(confidence * 100)}% sure)`,
    ...(others.length > 0 ? [`It could also mean: ${others.map(({ title }) => title).join('; ')}`] : []),
  ]
}
