import { and, eq, isNull } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { dashboard } from './schema/dashboards.ts'
import { dataset } from './schema/datasets.ts'
import { thereIs, type Term } from './write-if.ts'

/** Term: the dataset exists and is not deleted. */
export const datasetIsAlive = (db: Database, workspaceId: Id<'workspace'>, id: Id<'dataset'>): Term =>
  thereIs(
    db
      .select({ id: dataset.id })
      .from(dataset)
      .where(and(eq(dataset.workspaceId, workspaceId), eq(dataset.id, id), isNull(dataset.deletedAt))),
  )

/** Term: the dashboard exists and is not deleted. */
export const dashboardIsAlive = (db: Database, workspaceId: Id<'workspace'>, id: Id<'dashboard'>): Term =>
  thereIs(
    db
      .select({ id: dashboard.id })
      .from(dashboard)
      .where(and(eq(dashboard.workspaceId, workspaceId), eq(dashboard.id, id), isNull(dashboard.deletedAt))),
  )
