import { z } from '@hono/zod-openapi'
import type { Dashboard } from '../db/dashboards.ts'
import type { Dataset } from '../db/datasets.ts'

const entry = z.object({
  id: z.string(),
  name: z.string(),
  deletedAt: z.string(),
  /** Time of permanent deletion. */
  goneAt: z.string(),
})

/** Deleted things that can still be restored. */
export const wireDeleted = z
  .object({
    datasets: z.array(
      entry.extend({
        rows: z.number().nullable(),
        /** Titles of the dashboards deleted and restored with it. */
        dashboards: z.array(z.string()),
      }),
    ),
    /** Dashboards deleted separately. */
    dashboards: z.array(entry),
  })
  .openapi('RecentlyDeleted')
export type WireDeleted = z.infer<typeof wireDeleted>

const timesOf = (deletedAt: Date, retention: number) => ({
  deletedAt: deletedAt.toISOString(),
  goneAt: new Date(deletedAt.getTime() + retention).toISOString(),
})

const wentWith = ({ id, deletedAt }: Dataset, dashboard: Dashboard): boolean =>
  dashboard.datasetId === id && dashboard.deletedAt?.getTime() === deletedAt?.getTime()

export function toWireDeleted(
  datasets: readonly Dataset[],
  dashboards: readonly Dashboard[],
  retention: number,
): WireDeleted {
  const alone = dashboards.filter((dashboard) => !datasets.some((dataset) => dashboard.datasetId === dataset.id))
  return {
    datasets: datasets.flatMap((dataset) => {
      if (!dataset.deletedAt) return []
      const titles = dashboards.filter((each) => wentWith(dataset, each)).map(({ document }) => document.title)
      const { id, name, version } = dataset
      return [{ id, name, rows: version.rows, dashboards: titles, ...timesOf(dataset.deletedAt, retention) }]
    }),
    dashboards: alone.flatMap(({ id, document, deletedAt }) =>
      deletedAt ? [{ id, name: document.title, ...timesOf(deletedAt, retention) }] : [],
    ),
  }
}
