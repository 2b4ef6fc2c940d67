import { and, asc, count, eq, sql } from 'drizzle-orm'
import { roleOn, type Standing } from '#core/access/standing.ts'
import type { MemberRole } from '#core/access/member-role.ts'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { dataset } from './schema/datasets.ts'
import { project } from './schema/projects.ts'
import { type Term, writeIf } from './write-if.ts'

type Row = typeof project.$inferSelect
/** A project, and what whoever asks is to it. */
export type Project = Row & { readonly role: MemberRole }
type Change = Partial<Pick<Row, 'name' | 'settings' | 'isRestricted'>> & { readonly updatedAt: Date }
type Move = { readonly to: Id<'project'> | null; readonly isRestricted: boolean; readonly updatedAt: Date }

/** Projects of one workspace that somebody may know of. */
export const projectsIn = (db: Database, workspaceId: Id<'workspace'>, standing: Standing) => {
  const isMine = (id: string) => and(eq(project.workspaceId, workspaceId), eq(project.id, id as Id<'project'>))
  const toProjects = (row: Row): Project[] => {
    const place = { dataset: null, project: row.id, isRestricted: false, isProjectRestricted: row.isRestricted }
    const role = roleOn(standing, place)
    return role === null ? [] : [{ ...row, role }]
  }
  return {
    async all(): Promise<Project[]> {
      const rows = await db
        .select()
        .from(project)
        .where(eq(project.workspaceId, workspaceId))
        .orderBy(asc(sql`lower(${project.name})`))
        .limit(500)
        .all()
      return rows.flatMap(toProjects)
    },

    async find(id: string): Promise<Project | null> {
      const row = await db.select().from(project).where(isMine(id)).get()
      return (row && toProjects(row)[0]) ?? null
    },

    /** Term: there is the project, if one is named. */
    isThere: (id: Id<'project'> | null): Term => ({
      holds: sql`(${id} IS NULL OR EXISTS (SELECT 1 FROM project WHERE project.id = ${id} AND project.workspace_id = ${workspaceId}))`,
    }),

    add: (row: Omit<Row, 'workspaceId'>) => db.insert(project).values({ ...row, workspaceId }),

    /** False if it does not exist. */
    change: async (id: string, to: Change): Promise<boolean> =>
      (await db.update(project).set(to).where(isMine(id)).returning({ id: project.id })).length === 1,

    /** False if a dataset is in it, also one that was deleted and can be restored. */
    async remove(id: Id<'project'>): Promise<boolean> {
      const isEmpty = { holds: sql`NOT EXISTS (SELECT 1 FROM dataset WHERE dataset.project_id = ${id})` }
      return (await writeIf(db, [isEmpty], [db.delete(project).where(isMine(id))])) === 'written'
    },

    /** How many datasets each has. */
    async sizes(): Promise<ReadonlyMap<string, number>> {
      const rows = await db
        .select({ id: dataset.projectId, datasets: count() })
        .from(dataset)
        .where(and(eq(dataset.workspaceId, workspaceId), sql`${dataset.deletedAt} IS NULL`))
        .groupBy(dataset.projectId)
        .all()
      return new Map(rows.flatMap(({ id, datasets }) => (id === null ? [] : [[id, datasets] as const])))
    },

    /** Moves a dataset to a project, with its dashboards and questions, and says who may see it. False if it or the project is gone. */
    move: async (id: Id<'dataset'>, { to, isRestricted, updatedAt }: Move): Promise<boolean> => {
      const isThere = sql`(${to} IS NULL OR EXISTS (SELECT 1 FROM project WHERE project.id = ${to} AND project.workspace_id = ${workspaceId}))`
      const moved = await db
        .update(dataset)
        .set({ projectId: to, isRestricted, updatedAt })
        .where(and(eq(dataset.workspaceId, workspaceId), eq(dataset.id, id), isThere))
        .returning({ id: dataset.id })
      return moved.length === 1
    },
  }
}
