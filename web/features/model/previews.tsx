import { specOf } from '#core/charts/chart-spec.ts'
import { typeFor } from '#core/charts/intent.ts'
import { chartData } from '#core/charts/chart-data.ts'
import { sceneFor } from '#core/charts/scene-for.ts'
import { formatCell } from '#core/format/format-cell.ts'
import { nameOfMeasure } from '#core/query/measure.ts'
import { query } from '#core/query/query.ts'
import type { Format } from '#core/semantic/vocabulary.ts'
import { cellAt, type Table } from '#core/table/table.ts'
import { SceneView } from '../../scenes/scene-view.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { ModelScreen } from './model.ts'
import { queriesOfMeasure } from './preview.ts'
import { type Result, useResult } from './use-result.ts'

/** Explains why there is no preview. */
export function PreviewProblem({ result }: { readonly result: Result }) {
  if (!result.problem) return null
  return (
    <p class="small muted" role="status">
      {result.problem.message} {result.problem.hint}
    </p>
  )
}

function Figure({ result, format }: { readonly result: Result; readonly format: Format }) {
  const column = result.table?.columns[0]
  if (!column) return result.isLoading ? <Skeleton width={140} height={36} /> : null
  const cell = result.table && result.table.rows > 0 ? cellAt(column, 0) : null
  return <p class="model-figure numeric">{formatCell(cell, format, { type: column.type })}</p>
}

type MeasureProps = {
  readonly screen: ModelScreen
  readonly name: string
  readonly formula: string
  readonly format: Format
}

type Drawn = NonNullable<ModelScreen['drawn']['value']>
type PreviewQueries = NonNullable<ReturnType<typeof queriesOfMeasure>>

/** The measure over time, as a line. */
function Along({
  screen,
  model,
  asked,
  format,
}: {
  readonly screen: ModelScreen
  readonly model: Drawn['model']
  readonly asked: NonNullable<PreviewQueries['along']>
  readonly format: Format
}) {
  const { table } = useResult(screen, asked)
  if (!table) return null
  const parsed = query.parse(asked)
  const value = parsed.measures.map(nameOfMeasure)[0] ?? ''
  const data = chartData(table, parsed, model)
  const spec = specOf(typeFor('trend'), { x: 'Time', y: value })
  const scene = sceneFor(spec, { ...data, formats: { ...data.formats, [value]: format } })
  return (
    <div class="model-chart">
      <SceneView scene={scene} label={`${value} over time`} />
    </div>
  )
}

/** Preview of a measure: its value over all rows, and over time. */
export function MeasurePreview({ screen, name, formula, format }: MeasureProps) {
  const drawn = screen.drawn.value
  const asked = drawn && formula.trim() !== '' ? queriesOfMeasure(name, formula, drawn) : null
  const whole = useResult(screen, asked?.whole ?? null)
  if (!drawn || !asked) return <p class="small muted">Its figure shows here once the formula can be computed.</p>
  return (
    <div class="model-preview" aria-live="polite" data-loading={whole.isLoading ? '' : undefined}>
      <Figure result={whole} format={format} />
      <PreviewProblem result={whole} />
      {asked.along && whole.table && <Along screen={screen} model={drawn.model} asked={asked.along} format={format} />}
    </div>
  )
}

/** Preview of rows as a small table. */
export function RowsPreview({
  table,
  formatOf,
}: {
  readonly table: Table
  readonly formatOf: (column: string) => Format
}) {
  return (
    <div class="model-rows" tabIndex={0} role="region" aria-label="First rows">
      <table>
        <thead>
          <tr>
            {table.columns.map(({ name, type }) => (
              <th key={name} scope="col" class={type === 'text' ? '' : 'numeric'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: table.rows }, (_, row) => (
            <tr key={row}>
              {table.columns.map((column) => (
                <td key={column.name} class={column.type === 'text' ? '' : 'numeric'}>
                  {formatCell(cellAt(column, row), formatOf(column.name), { type: column.type })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
