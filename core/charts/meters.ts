import { cellAt } from '../table/table.ts'
import { nameIn, namesIn, type ChartSpec } from './chart-spec.ts'
import type { ChartData } from './chart.ts'
import { inSentence, plural } from './labels.ts'
import {
  measuredColumns,
  missingColumns,
  namedColumn,
  noValues,
  numberAt,
  sceneColumn,
  textAt,
} from './result-columns.ts'
import type { Meter, MetersScene, Scene } from './scenes.ts'

/** As many meters as are read at a glance. */
const meterLimit = 40

/** From zero to what the figures and their targets need; shares end at a whole. */
function rangeOf(meters: readonly Meter[], isShare: boolean): MetersScene['range'] {
  const values = meters.flatMap(({ value, target }) => [value, target ?? value]).filter((value) => !Number.isNaN(value))
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  if (isShare && most <= 1 && least >= 0) return { min: 0, max: 1 }
  if (most === 0 && least === 0) return { min: 0, max: 1 }
  const step = 10 ** Math.floor(Math.log10(Math.max(most, -least)))
  const room = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((each) => each * step >= most * 1.05) ?? 10
  return { min: least, max: most === 0 ? 0 : room * step }
}

/** Figures beside what they should reach. */
export function metersScene(spec: ChartSpec, data: ChartData, shape: MetersScene['shape']): Scene {
  const x = namedColumn(data, nameIn(spec, 'x'))
  const [y] = measuredColumns(data, namesIn(spec, 'y'))
  const [target] = measuredColumns(data, namesIn(spec, 'target'))
  if (y === undefined) return missingColumns
  const count = Math.min(data.table.rows, shape === 'dial' ? 1 : meterLimit)
  const meters = Array.from({ length: count }, (_, row): Meter => {
    const goal = target ? numberAt(target.column, row) : Number.NaN
    return {
      label: x ? textAt(x, row) : y.part.label,
      key: x ? cellAt(x.column, row) : null,
      value: numberAt(y.column, row),
      target: Number.isNaN(goal) ? null : goal,
    }
  })
  if (meters.every(({ value }) => Number.isNaN(value))) return noValues
  const left = data.table.rows - count
  return {
    kind: 'meters',
    shape,
    x: x ? sceneColumn(x) : null,
    y: sceneColumn(y),
    target: target ? sceneColumn(target) : null,
    meters,
    range: rangeOf(meters, y.format === 'percent'),
    note:
      left > 0
        ? `The first ${count} of ${data.table.rows.toLocaleString('en')} ${plural(inSentence(x?.part.label ?? 'group'))} are drawn.`
        : null,
  }
}
