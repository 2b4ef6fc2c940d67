import type { Standing } from '#core/access/standing.ts'
import type { Id } from '#core/ids.ts'
import { auditIn } from './audit.ts'
import { cardsIn } from './cards.ts'
import { correctionsIn } from './corrections.ts'
import { dashboardsIn } from './dashboards.ts'
import type { Database } from './database.ts'
import { datasetsIn } from './datasets.ts'
import { deletedIn } from './deleted.ts'
import { grantsIn } from './grants.ts'
import { groupsIn } from './groups.ts'
import { invitationsIn } from './invitations.ts'
import { membersIn } from './members.ts'
import { modelsIn } from './models.ts'
import { type Placed, placeOf } from './places.ts'
import { projectsIn } from './projects.ts'
import { questionsIn } from './questions.ts'
import { releasesIn } from './releases.ts'
import { sharesIn } from './shares.ts'
import { uploadsIn } from './uploads.ts'
import { type Amount, fitsNow, hasRoom, type More, usageOf } from './usage.ts'
import { versionsIn } from './versions.ts'

/**
 * The data of one workspace, as far as somebody may know of it. Commands get no other access, so a query can omit neither
 * the workspace nor the rights.
 */
export const storeOf = (db: Database, workspace: Id<'workspace'>, standing: Standing) => ({
  datasets: datasetsIn(db, workspace, standing),
  cards: cardsIn(db, workspace, standing),
  versions: versionsIn(db, workspace),
  models: modelsIn(db, workspace),
  uploads: uploadsIn(db, workspace),
  audit: auditIn(db, workspace),
  members: membersIn(db, workspace),
  groups: groupsIn(db, workspace),
  invitations: invitationsIn(db, workspace),
  projects: projectsIn(db, workspace, standing),
  grants: grantsIn(db, workspace),
  dashboards: dashboardsIn(db, workspace, standing),
  deleted: deletedIn(db, workspace, standing),
  shares: sharesIn(db, workspace),
  releases: releasesIn(db, workspace),
  questions: questionsIn(db, workspace),
  corrections: correctionsIn(db, workspace),
  /** Where an object is; null if there is none. */
  placeOf: (object: { readonly kind: Placed; readonly id: string }) => placeOf(db, workspace, object),
  usage: (except?: Id<'upload'>) => usageOf(db, workspace, except),
  /** True if the amount currently fits the quota. */
  hasRoom: (more: More, quota: Amount) => fitsNow(db, workspace, more, quota),
  /** Term: the amount fits the quota at the time of writing. */
  room: (more: More, quota: Amount) => hasRoom(workspace, more, quota),
})
export type Store = ReturnType<typeof storeOf>
