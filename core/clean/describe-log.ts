import { formatNumber } from '../format/format-number.ts'
import type { CleaningLog, StepLog, TableFigures } from './log.ts'
import { counted, named } from './words.ts'

/** Effects of a step that its sentence does not mention. */
export function factsOf({ figures }: StepLog): readonly string[] {
  if (figures === null) return []
  const { rowsBefore, rowsAfter, emptyBefore, emptyAfter, oddBefore, oddAfter, columnsAdded, columnsRemoved } = figures
  const change = (what: string, before: number, after: number): string[] =>
    before === after ? [] : [`${what} ${formatNumber(before)} → ${formatNumber(after)}`]
  return [
    ...(figures.cellsChanged > 0 ? [`${counted(figures.cellsChanged, 'cell')} changed`] : []),
    ...change('rows', rowsBefore, rowsAfter),
    ...change('empty cells', emptyBefore, emptyAfter),
    ...change('odd cells', oddBefore, oddAfter),
    ...(columnsAdded.length > 0 ? [`new: ${named(columnsAdded)}`] : []),
    ...(columnsRemoved.length > 0 ? [`gone: ${named(columnsRemoved)}`] : []),
  ]
}

/** Share of cells with a value that fits its column. */
const completeness = ({ rows, columns, empty, odd }: TableFigures): number =>
  rows * columns === 0 ? 1 : 1 - (empty + odd) / (rows * columns)

export const tableFigures = [
  { text: 'Rows', of: ({ rows }: TableFigures) => formatNumber(rows) },
  { text: 'Columns', of: ({ columns }: TableFigures) => formatNumber(columns) },
  { text: 'Empty cells', of: ({ empty }: TableFigures) => formatNumber(empty) },
  { text: 'Odd cells', of: ({ odd }: TableFigures) => formatNumber(odd) },
  { text: 'Cells with a fitting value', of: (figures: TableFigures) => shareInWords(completeness(figures)) },
] as const

/** Never rounds to 100 % or to 0 %. */
function shareInWords(share: number): string {
  const tenths = Math.round(share * 1000) / 10
  if (share < 1 && tenths === 100) return '> 99.9 %'
  return share > 0 && tenths === 0 ? '< 0.1 %' : `${tenths} %`
}

/** Describes a log in lines of text. */
export function describeLog({ steps, before, after }: CleaningLog): readonly string[] {
  const lines = steps.flatMap((step, at) => {
    if (step.problem !== null)
      return [`${at + 1}. ${step.title}: not done. ${step.problem.message} ${step.problem.hint}`]
    const facts = factsOf(step)
    return [`${at + 1}. ${step.says}.`, ...(facts.length > 0 ? [`   ${facts.join(', ')}`] : [])]
  })
  const figures = tableFigures.map(({ text, of }) => `${text}: ${of(before)} → ${of(after)}`)
  return [...lines, ...(lines.length > 0 ? [''] : []), ...figures]
}
