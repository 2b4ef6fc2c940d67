import { emptyText } from '../../format/empty.ts'
import { forEachChange, type StepFigures } from '../figures.ts'
import type { RecipeStep } from '../recipe.ts'
import { memoryRows } from '../row-source.ts'
import { steps } from '../registry.ts'
import { applyStep, settleStep } from '../run-recipe.ts'
import type { CleanField, Rows } from '../rows.ts'
import { textOfCell } from '../values/cell-text.ts'
import { counted } from '../words.ts'
import type { Candidate, Detector } from './detector.ts'
import { detectors } from './registry.ts'
import { surveyOf } from './survey.ts'

/** A helpful step and its measured effect. */
export type Suggestion = {
  readonly take: RecipeStep
  readonly title: string
  readonly reason: string
  /** The affected amount in words: `2,310 cells`, `12 rows`. */
  readonly touches: string
  /** Affected cells: changed ones, and those of removed rows. */
  readonly count: number
  readonly examples: readonly { readonly column: string; readonly before: string; readonly after: string }[]
}

const maxExamples = 3

/** Examples of distinct changes, the first of each. */
function examplesOf(before: readonly Rows[], after: readonly Rows[]): Suggestion['examples'] {
  const found = new Map<string, Suggestion['examples'][number]>()
  for (const [index, rows] of before.entries()) {
    const next = after[index]
    if (next === undefined || found.size >= maxExamples) break
    forEachChange(rows, next, (had, has, from, to) => {
      if (found.size >= maxExamples) return
      const [was, is] = [textOfCell(had, from) ?? emptyText, textOfCell(has, to) ?? emptyText]
      if (was !== is) found.set(`${was}\u0000${is}`, { column: had.column.name, before: was, after: is })
    })
  }
  return [...found.values()]
}

/** Renamed columns as examples, if no cell changed. */
const nameExamples = ({ columnsAdded, columnsRemoved }: StepFigures): Suggestion['examples'] =>
  columnsAdded.length === columnsRemoved.length
    ? columnsRemoved
        .slice(0, maxExamples)
        .map((name, at) => ({ column: name, before: name, after: columnsAdded[at] ?? '' }))
    : []

function touchedBy(figures: StepFigures, columns: number): Pick<Suggestion, 'touches' | 'count'> {
  const { cellsChanged, rowsBefore, rowsAfter, columnsAdded, columnsRemoved } = figures
  const removed = rowsBefore - rowsAfter
  if (removed > 0) return { touches: counted(removed, 'row'), count: removed * columns }
  if (cellsChanged > 0) return { touches: counted(cellsChanged, 'cell'), count: cellsChanged }
  const changed = Math.max(columnsAdded.length, columnsRemoved.length)
  return { touches: counted(changed, 'column'), count: changed * rowsAfter }
}

/** Applies a candidate to measure its effect. Null if it changes nothing or fails. */
async function measured(
  { take, reason, maxShare = Number.POSITIVE_INFINITY }: Candidate,
  fields: readonly CleanField[],
  loaded: readonly Rows[],
): Promise<Suggestion | null> {
  const settled = await settleStep(take, memoryRows(fields, loaded))
  if (!settled.ok) return null
  const { rows, figures } = applyStep(settled.value, fields, loaded)
  const touched = touchedBy(figures, fields.length)
  if (touched.count === 0 || figures.cellsChanged > maxShare * figures.rowsBefore) return null
  const examples = examplesOf(loaded, rows)
  return {
    take,
    title: steps[take.step].title,
    reason,
    ...touched,
    examples: examples.length > 0 ? examples : nameExamples(figures),
  }
}

const order = ['repair', 'form', 'privacy', 'guess'] as const

/**
 * Suggests steps for a table and measures each by applying it: repairs first, guesses last, then by affected cells.
 * Suggestions are never applied automatically.
 */
export async function suggestSteps(
  fields: readonly CleanField[],
  loaded: readonly Rows[],
): Promise<readonly Suggestion[]> {
  const survey = surveyOf(fields, loaded)
  const found: { readonly kind: Detector['kind']; readonly suggestion: Suggestion }[] = []
  for (const { kind, find } of Object.values(detectors) as Detector[])
    for (const candidate of find(survey)) {
      const suggestion = await measured(candidate, fields, loaded)
      if (suggestion !== null) found.push({ kind, suggestion })
    }
  return found
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.suggestion.count - a.suggestion.count)
    .map(({ suggestion }) => suggestion)
}
