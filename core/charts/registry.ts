import { bar } from './bar.ts'
import { chartSpec, type ChartType } from './chart.ts'
import { histogram } from './histogram.ts'
import { line } from './line.ts'
import { number } from './number.ts'
import { scatter } from './scatter.ts'
import { table } from './table.ts'

/** Every way to show a result. A new one is one file and one line here. */
export const chartTypes = { bar, line, number, table, histogram, scatter } as const satisfies Record<string, ChartType>
export type ChartTypeId = keyof typeof chartTypes

/** Is this the id of a chart type? */
export const isChartTypeId = (id: string): id is ChartTypeId => Object.hasOwn(chartTypes, id)

/** A chart spec from outside: its type must be one that exists. */
export const knownChartSpec = chartSpec.refine(({ type }) => isChartTypeId(type), {
  error: `No such chart type. There are: ${Object.keys(chartTypes).join(', ')}.`,
  path: ['type'],
})
