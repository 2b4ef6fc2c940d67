import { type SQL, sql } from 'drizzle-orm'
import type { Standing } from '#core/access/standing.ts'
import { dataset } from './schema/datasets.ts'
import { dashboard } from './schema/dashboards.ts'

/** The standing of the system itself: of jobs, and of what a public link shows. */
export const everything: Standing = { role: 'owner', grants: [] }

const ids = ({ grants }: Standing, object: 'project' | 'dataset'): SQL =>
  sql`(SELECT value FROM json_each(${JSON.stringify(grants.flatMap((grant) => (grant.object === object ? [grant.id] : [])))}))`

/** True where a dataset's project is one that only those granted see. */
export const isInRestricted = sql<number>`EXISTS (SELECT 1 FROM project WHERE project.id = dataset.project_id AND project.is_restricted = 1)`

/** Condition: somebody may know of a dataset. The rule of `roleOn`, for lists; a test compares the two. */
export function seesDataset(standing: Standing): SQL | undefined {
  if (standing.role === 'owner' || standing.role === 'admin') return undefined
  const isOpen = standing.role === 'guest' ? sql`0` : sql`NOT ${isInRestricted}`
  const byProject = sql`dataset.project_id IN ${ids(standing, 'project')}`
  return sql`((dataset.is_restricted = 0 AND (${isOpen} OR ${byProject})) OR dataset.id IN ${ids(standing, 'dataset')})`
}

/** Condition: somebody may know of a dashboard. It is where its dataset is; without one, only admins see it. */
export function seesDashboard(standing: Standing): SQL | undefined {
  const ofDataset = seesDataset(standing)
  return ofDataset && sql`EXISTS (SELECT 1 FROM ${dataset} WHERE dataset.id = ${dashboard.datasetId} AND ${ofDataset})`
}
