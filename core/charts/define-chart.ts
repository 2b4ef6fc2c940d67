import { z } from 'zod'
import type { ChartSpec } from './chart-spec.ts'
import type { ChartData, ChartType } from './chart.ts'
import type { Scene } from './scenes.ts'
import { withLook } from './settings/look.ts'
import { ordered } from './settings/ordered.ts'
import { lookOf } from './settings/shared.ts'
import { summaryOf } from './summary.ts'

type Written<Settings extends z.ZodObject> = Omit<
  ChartType,
  'settings' | 'scene' | 'summary' | 'queryFor' | 'reason'
> & {
  readonly settings?: Settings
  readonly scene: (spec: ChartSpec, data: ChartData, settings: z.output<Settings>) => Scene
  readonly reason: string | ChartType['reason']
  readonly summary?: ChartType['summary']
  readonly queryFor?: ChartType['queryFor']
}

/** A chart type; its scene gets its settings read, and those that are none of its own are the default. */
export function defineChart<Settings extends z.ZodObject = z.ZodObject<Record<never, never>>>(
  written: Written<Settings>,
): ChartType {
  const settings = (written.settings ?? z.object({})) as Settings
  const { reason } = written
  return {
    ...written,
    settings,
    reason: typeof reason === 'string' ? () => reason : reason,
    queryFor: written.queryFor ?? ((asked) => asked),
    summary: written.summary ?? summaryOf,
    scene(spec, data) {
      const found = settings.safeParse(spec.settings)
      const read = found.success ? found.data : settings.parse({})
      const look = lookOf(read)
      return withLook(written.scene(spec, ordered(spec, data, look), read), look)
    },
  }
}
