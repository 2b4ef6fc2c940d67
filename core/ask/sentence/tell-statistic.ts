import { inSentence, labelOf } from '../../charts/labels.ts'
import { formatCell } from '../../format/format-cell.ts'
import { formatNumber, formatPercent } from '../../format/format-number.ts'
import type { RowStatisticId } from '../../stats/rows/registry.ts'
import { cellAt, type Table } from '../../table/table.ts'
import { counted, listed, type Result } from './result.ts'
import { tellChance } from './tell-chance.ts'
import { together } from './tell-rows.ts'

/** From here on down, chance is no explanation that is believed. */
const significant = 0.05

/** What the sentences read of a result: its figures and words by the names of their columns. */
type Told = {
  readonly result: Result
  readonly labels: readonly string[]
  /** A figure of the first row, or of another. */
  readonly at: (name: string, row?: number) => number
  readonly word: (name: string) => string
  /** A figure in the format of the first column. */
  readonly inUnits: (name: string) => string
}

const cellOf = ({ columns }: Table, name: string, row: number) => {
  const column = columns.find((each) => each.name === name)
  return column === undefined ? null : cellAt(column, row)
}

function toldOf(result: Result): Told {
  const { data, reading, model } = result
  const [first = ''] = reading.query.columns
  const format = model.columns.find(({ name }) => name === first)?.format ?? 'number'
  const at = (name: string, row = 0): number => Number(cellOf(data.table, name, row) ?? Number.NaN)
  return {
    result,
    labels: reading.query.columns.map((name) => inSentence(labelOf(model, name))),
    at,
    word: (name) => String(cellOf(data.table, name, 0) ?? ''),
    inUnits: (name) => formatCell(at(name), format),
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const rounded = (value: number): string => formatNumber(Math.round(value * 1000) / 1000)

const isSignificant = ({ at }: Told): boolean => at('p') < significant

/** ` 714 passengers with known values, of 891.` */
function tellRows({ result, at }: Told): string {
  const [count, read] = [at('n'), at('Rows')]
  const rows = counted(count, result.model.entity)
  return count === read
    ? `${rows}${result.where}`
    : `${rows}${result.where} whose values are known, of ${formatNumber(read)}`
}

function tellTogether(told: Told, name: string, sign: string): string {
  const { labels, at } = told
  const r = at(name)
  const sure = isSignificant(told) ? 'more than chance explains' : 'which chance may explain'
  return `${capital(listed(labels))} ${together(r)}, ${sure} (${sign} = ${rounded(r)}, ${tellChance(at('p'))}). Computed over ${tellRows(told)}.`
}

function tellRegression(told: Told): string {
  const { labels, at, result } = told
  const [target = '', ...others] = labels
  const effects = others.map((label, place) => {
    const slope = at('Coefficient', place + 1)
    const chance = tellChance(at('p', place + 1))
    return `${formatNumber(Math.abs(slope))} ${slope < 0 ? 'lower' : 'higher'} for each one more of ${label} (${chance})`
  })
  const alike = others.length > 1 ? ', all else equal' : ''
  const start = `at ${listed(others.map((label) => `${label} 0`))} it is ${formatNumber(at('Coefficient'))}`
  const explained = `${capital(listed(others))} ${others.length === 1 ? 'explains' : 'explain'} ${formatPercent(at('R²'))} of the variance (R² = ${rounded(at('R²'))})`
  return result.data.table.rows === 0
    ? ''
    : `On the fitted line, ${target} is ${listed(effects)}${alike}; ${start}. ${explained}. Computed over ${tellRows(told)}.`
}

function tellTwoGroups(told: Told): string {
  const { labels, at, word, inUnits } = told
  const [label = ''] = labels
  const sure = isSignificant(told) ? 'The difference is significant' : 'Chance may explain the difference'
  const figures = `t = ${rounded(at('t'))}, ${tellChance(at('p'))}, Cohen’s d = ${rounded(at('Effect size d'))}`
  const reach = `between ${inUnits('Low (95 %)')} and ${inUnits('High (95 %)')} with 95 % confidence`
  return `Average ${label} is ${inUnits('Higher mean')} for ${word('Higher')} and ${inUnits('Lower mean')} for ${word('Lower')}, ${inUnits('Difference')} less. ${sure} (${figures}); it is ${reach}. Computed over ${tellRows(told)}.`
}

function tellSeveralGroups(told: Told): string {
  const { labels, at, word, inUnits } = told
  const [label = '', group = ''] = labels
  const sure = isSignificant(told) ? 'differs by' : 'does not differ significantly by'
  const figures = `F = ${rounded(at('F'))}, ${tellChance(at('p'))}, η² = ${rounded(at('Effect size η²'))}`
  const ends = `it is highest for ${word('Highest')}, ${inUnits('Highest mean')}, and lowest for ${word('Lowest')}, ${inUnits('Lowest mean')}`
  return `Average ${label} ${sure} ${group} (${figures}): ${ends}. Computed over ${formatNumber(at('Groups'))} groups and ${tellRows(told)}.`
}

function tellIndependence(told: Told): string {
  const { labels, at } = told
  const sure = isSignificant(told) ? 'depend on each other' : 'may well be independent'
  const figures = `χ² = ${rounded(at('χ²'))}, ${tellChance(at('p'))}, Cramér’s V = ${rounded(at('Effect size V'))}`
  const few = at('Cells expected below 5')
  const rough =
    few > 0 ? ` ${few} of the cells ${few === 1 ? 'has' : 'have'} too few rows for the test to be exact.` : ''
  return `${capital(listed(labels))} ${sure} (${figures}). Computed over ${tellRows(told)}.${rough}`
}

function tellNormality(told: Told): string {
  const { labels, at, word } = told
  const sure = isSignificant(told) ? 'is not normally distributed' : 'may well be normally distributed'
  const figures = `${word('Test')} ${rounded(at('Statistic'))}, ${tellChance(at('p'))}; skewness ${rounded(at('Skewness'))}, excess kurtosis ${rounded(at('Excess kurtosis'))}`
  return `${capital(listed(labels))} ${sure} (${figures}). Computed over ${tellRows(told)}.`
}

function tellSkewness(told: Told): string {
  const { labels, at, inUnits } = told
  const skew = at('Skewness')
  const how =
    Math.abs(skew) < 0.5
      ? 'is about symmetric'
      : `is skewed to the ${skew > 0 ? 'right: a few values are far above the others' : 'left: a few values are far below the others'}`
  return `${capital(listed(labels))} ${how} (skewness ${rounded(skew)}, mean ${inUnits('Mean')}, median ${inUnits('Median')}). Computed over ${tellRows(told)}.`
}

function tellKurtosis(told: Told): string {
  const { labels, at } = told
  const value = at('Excess kurtosis')
  const how = value > 0 ? 'more values far from the mean' : 'fewer values far from the mean'
  return `${capital(listed(labels))} has ${how} than a normal distribution (excess kurtosis ${rounded(value)}). Computed over ${tellRows(told)}.`
}

const sentences: Readonly<Record<RowStatisticId, (told: Told) => string>> = {
  pearson: (told) => tellTogether(told, 'Correlation', 'r'),
  spearman: (told) => tellTogether(told, 'Rank correlation', 'ρ'),
  regression: tellRegression,
  'two-groups': tellTwoGroups,
  'several-groups': tellSeveralGroups,
  independence: tellIndependence,
  normality: tellNormality,
  skewness: tellSkewness,
  kurtosis: tellKurtosis,
}

/** What a statistic says, in words that need no course in statistics, with its figures. */
export const tellStatistic = (result: Result, id: RowStatisticId): string => sentences[id](toldOf(result))
