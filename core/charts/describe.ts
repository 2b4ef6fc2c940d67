import { z } from 'zod'
import type { ChartType } from './chart.ts'
import { chartTypes } from './registry.ts'

/** A chart type as programs read it: what it takes, and its settings as JSON Schema. */
export type DescribedChartType = Pick<
  ChartType,
  'id' | 'title' | 'icon' | 'words' | 'mark' | 'useWhen' | 'intents' | 'channels' | 'size'
> & { readonly settings: Readonly<Record<string, unknown>> }

function describe(type: ChartType): DescribedChartType {
  const { id, title, icon, words, mark, useWhen, intents, channels, settings, size } = type
  const { $schema: _, ...schema } = z.toJSONSchema(settings, { io: 'input' })
  return { id, title, icon, words, mark, useWhen, intents, channels, settings: schema, size }
}

/** Every chart type, in the order of the registry. */
export const describeChartTypes = (): readonly DescribedChartType[] => Object.values(chartTypes).map(describe)
