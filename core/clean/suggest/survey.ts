import { Spread } from '../learning/spread.ts'
import { TextTally } from '../learning/text-tally.ts'
import { cellsOf, type CleanField, isNull, type Rows } from '../rows.ts'

/** Statistics of a column over all its rows, for suggestions. */
export type SurveyedColumn = CleanField & {
  readonly values: number
  readonly empty: number
  readonly odd: readonly string[]
  /** Count per text; empty for other types and for too many distinct texts. */
  readonly texts: ReadonlyMap<string, number>
  /** Null for text. */
  readonly spread: Spread | null
}

export type Survey = { readonly rows: number; readonly columns: readonly SurveyedColumn[] }

const maxOddKept = 1000

function surveyColumn(field: CleanField, loaded: readonly Rows[]): SurveyedColumn {
  const tally = new TextTally(field.name)
  const spread = field.type === 'text' ? null : new Spread()
  const odd: string[] = []
  let [values, empty] = [0, 0]
  for (const rows of loaded) {
    const cells = cellsOf(rows, field.name)
    tally.add(cells.column)
    spread?.add(cells.column)
    for (const text of cells.odd.values()) if (odd.length < maxOddKept) odd.push(text)
    let nulls = 0
    for (let row = 0; row < rows.count; row++) if (isNull(cells.column, row)) nulls++
    empty += nulls - cells.odd.size
    values += rows.count - nulls
  }
  const counts = tally.finish()
  return { ...field, values, empty, odd, texts: counts.ok ? counts.value : new Map(), spread }
}

export const surveyOf = (fields: readonly CleanField[], loaded: readonly Rows[]): Survey => ({
  rows: loaded.reduce((sum, { count }) => sum + count, 0),
  columns: fields.map((field) => surveyColumn(field, loaded)),
})

/** True if a text column repeats a few categories. */
export const isCategorical = ({ texts, values }: SurveyedColumn): boolean =>
  texts.size > 1 && texts.size * 2 <= values && texts.size <= 5000
