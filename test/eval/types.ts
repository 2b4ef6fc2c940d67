import type { ReadChoices } from '#core/ingest/choices.ts'
import { loadFile } from '#core/profile/load-file.ts'
import { TextShapes } from '#core/profile/text-shapes.ts'
import { type ColumnFacts, factsOf } from '#core/semantic/kinds/column-facts.ts'
import { featureTypeOf } from '#core/semantic/feature-type.ts'
import { kindOf } from '#core/semantic/kinds/kind-of.ts'
import { wordsOfName } from '#core/profile/name-words.ts'
import { sharedText } from '../support/shared.ts'
import { fileOf, readText } from '../support/table-files.ts'

/** A column of SortingHat: its name, statistics, five of its values, and what people took it for. */
export type LabelledColumn = {
  readonly name: string
  readonly label: string
  /** The file it comes from. */
  readonly source: string
  readonly rows: number
  readonly nulls: number
  readonly distinct: number
  readonly mean: number
  readonly deviation: number
  readonly min: number
  readonly max: number
  readonly samples: readonly string[]
}

const choices: ReadChoices = { delimiter: ',', headerRows: 1 }

/** The labelled columns that others measure with, or those to learn from. */
export async function labelledColumns(part: 'public' | 'train' = 'public'): Promise<LabelledColumn[]> {
  const text = sharedText(`10_types/sortinghat/${part}.csv`)
  const { rows } = await readText(text, { raw: true, choices })
  const records = rows.map((row) => Object.values(row).map((cell) => String(cell ?? '')))
  return records.map((cells) => ({
    source: cells[0] ?? '',
    name: cells[1] ?? '',
    label: cells[2] ?? '',
    rows: Number(cells[3]),
    nulls: Number(cells[4]),
    distinct: Number(cells[6]),
    mean: Number(cells[8]),
    deviation: Number(cells[9]),
    min: Number(cells[10]),
    max: Number(cells[11]),
    samples: cells.slice(12, 17),
  }))
}

const nullTokens = new Set(['', '#NULL!', '.', 'NA', 'NaN', 'nan', 'null', '##########'])
const numeric = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i

/** Smallest and largest, which are both given as 0 for columns that are not all numbers. */
const rangeOf = ({ min, max }: LabelledColumn, samples: readonly number[]): ColumnFacts['range'] =>
  min !== 0 || max !== 0 ? { min, max } : { min: Math.min(...samples), max: Math.max(...samples) }

const meanOf = ({ mean }: LabelledColumn, samples: readonly number[]): number =>
  mean !== 0 ? mean : samples.reduce((sum, value) => sum + value, 0) / samples.length

const typeOf = (values: readonly string[]): ColumnFacts['type'] =>
  values.length === 0 || !values.every((text) => numeric.test(text))
    ? 'text'
    : values.map(Number).every(Number.isInteger)
      ? 'integer'
      : 'decimal'

function shapesIn(values: readonly string[]): Pick<ColumnFacts, 'share' | 'meanWords' | 'meanLength'> {
  const shapes = new TextShapes()
  const counts = values.map(() => 1)
  shapes.add(values, counts)
  const { shares, meanWords, meanLength } = shapes.finish() ?? { shares: {}, meanWords: 0, meanLength: 0 }
  return { share: (shape) => shares[shape] ?? 0, meanWords, meanLength }
}

/** The facts the product would have of the whole column, as far as statistics and samples tell them. */
export function factsOfLabelled(column: LabelledColumn): ColumnFacts {
  const { name, rows, nulls, distinct, samples } = column
  const values = samples.filter((text) => !nullTokens.has(text))
  const type = typeOf(values)
  const tokens = new Set(samples.filter((text) => text !== '' && nullTokens.has(text))).size
  return {
    words: wordsOfName(name),
    name,
    type,
    rows,
    known: values.length === 0 ? 0 : rows - nulls,
    distinct: Math.max(1, distinct - tokens),
    range: type === 'text' ? null : rangeOf(column, values.map(Number)),
    mean: type === 'text' ? null : meanOf(column, values.map(Number)),
    deviation: type === 'text' ? null : column.deviation,
    unit: null,
    isGrouped: false,
    ...shapesIn(type === 'text' ? values : []),
    longest: Math.max(0, ...values.map(({ length }) => length)),
    values,
  }
}

export type Predicted = { readonly column: LabelledColumn; readonly kind: string; readonly predicted: string }

const told = (facts: ColumnFacts): Pick<Predicted, 'kind' | 'predicted'> => {
  const { kind } = kindOf(facts)
  return { kind, predicted: featureTypeOf(facts) }
}

/** From the statistics and the samples. */
export const fromStatistics = (column: LabelledColumn): Predicted => ({ column, ...told(factsOfLabelled(column)) })

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** The facts of a file of nothing but the samples, read by the product's own path. */
export async function factsOfSamples(column: LabelledColumn): Promise<ColumnFacts> {
  const text = [`${quoted(column.name)},row`, ...column.samples.map((sample, row) => `${quoted(sample)},r${row}`)].join(
    '\n',
  )
  const loaded = await loadFile(fileOf('a.csv', text), { write: () => {}, progress: () => {} })
  if (!loaded.ok) throw new Error(loaded.error.message)
  const { columns, rows } = loaded.value.profile
  const profile = columns[0]
  if (profile === undefined) throw new Error('A file has columns.')
  return factsOf(profile, rows)
}

export const fromSamples = async (column: LabelledColumn): Promise<Predicted> => ({
  column,
  ...told(await factsOfSamples(column)),
})

export type ClassScore = {
  readonly label: string
  readonly n: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Precision, recall and F1 of every label. */
export function scores(predictions: readonly Predicted[]): readonly ClassScore[] {
  const labels = [...new Set(predictions.map(({ column }) => column.label))].sort()
  return labels.map((label) => {
    const right = predictions.filter(({ column, predicted }) => column.label === label && predicted === label).length
    const n = predictions.filter(({ column }) => column.label === label).length
    const said = predictions.filter(({ predicted }) => predicted === label).length
    const [precision, recall] = [said === 0 ? 0 : right / said, right / n]
    return { label, n, precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
  })
}

export const macroF1 = (classes: readonly ClassScore[]): number =>
  classes.reduce((sum, { f1 }) => sum + f1, 0) / classes.length
