import { type SQL, sql } from 'drizzle-orm'
import type { Place } from '#core/access/standing.ts'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'

/** What has a place: datasets, what belongs to one, and projects. */
export type Placed = 'project' | 'dataset' | 'version' | 'upload' | 'dashboard' | 'link' | 'question' | 'correction'

type Row = { dataset: string | null; project: string | null; restricted: number | null; closed: number | null }

/** The dataset of an object, of every kind that belongs to one. */
const datasetOf: Readonly<Record<Exclude<Placed, 'project' | 'upload'>, (id: string) => SQL>> = {
  dataset: (id) => sql`SELECT id, id AS object FROM dataset WHERE id = ${id}`,
  version: (id) => sql`SELECT dataset_id AS id, id AS object FROM dataset_version WHERE id = ${id}`,
  dashboard: (id) => sql`SELECT dataset_id AS id, id AS object FROM dashboard WHERE id = ${id}`,
  link: (id) =>
    sql`SELECT dashboard.dataset_id AS id, share.id AS object FROM share JOIN dashboard ON dashboard.id = share.dashboard_id WHERE share.id = ${id}`,
  question: (id) => sql`SELECT dataset_id AS id, id AS object FROM asked_question WHERE id = ${id}`,
  correction: (id) => sql`SELECT dataset_id AS id, id AS object FROM question_correction WHERE id = ${id}`,
}

/** Of an upload, the dataset that gets a version, or the project that gets a dataset. */
const placeOfUpload = (id: string): SQL => sql`
  SELECT dataset.id AS dataset, coalesce(dataset.project_id, upload.project_id) AS project,
    coalesce(dataset.is_restricted, 0) AS restricted, coalesce(project.is_restricted, 0) AS closed, upload.workspace_id AS workspace
  FROM upload LEFT JOIN dataset ON dataset.id = upload.dataset_id
    LEFT JOIN project ON project.id = coalesce(dataset.project_id, upload.project_id)
  WHERE upload.id = ${id}`

const placeOfProject = (id: string): SQL => sql`
  SELECT NULL AS dataset, id AS project, 0 AS restricted, is_restricted AS closed, workspace_id AS workspace
  FROM project WHERE id = ${id}`

const placeOfDataset = (kind: keyof typeof datasetOf, id: string): SQL => sql`
  SELECT dataset.id AS dataset, dataset.project_id AS project, dataset.is_restricted AS restricted,
    coalesce(project.is_restricted, 0) AS closed, dataset.workspace_id AS workspace
  FROM (${datasetOf[kind](id)}) AS named JOIN dataset ON dataset.id = named.id
    LEFT JOIN project ON project.id = dataset.project_id`

const select = (kind: Placed, id: string): SQL => {
  if (kind === 'project') return placeOfProject(id)
  return kind === 'upload' ? placeOfUpload(id) : placeOfDataset(kind, id)
}

/** Where an object of a workspace is; null if there is no such object, or it belongs to no dataset. */
export async function placeOf(
  db: Database,
  workspaceId: Id<'workspace'>,
  { kind, id }: { readonly kind: Placed; readonly id: string },
): Promise<Place | null> {
  const row = await db.get<Row | undefined>(
    sql`SELECT * FROM (${select(kind, id)}) AS found WHERE found.workspace = ${workspaceId}`,
  )
  return row
    ? {
        dataset: row.dataset,
        project: row.project,
        isRestricted: row.restricted === 1,
        isProjectRestricted: row.closed === 1,
      }
    : null
}
