import type { Id } from '#core/ids.ts'
import { cardsIn } from './cards.ts'
import { dashboardsIn } from './dashboards.ts'
import type { Database } from './database.ts'
import { datasetsIn } from './datasets.ts'
import { deletedIn } from './deleted.ts'
import { modelsIn } from './models.ts'
import { releasesIn } from './releases.ts'
import { sharesIn } from './shares.ts'
import { uploadsIn } from './uploads.ts'
import { type Amount, fitsNow, hasRoom, type More, usageOf } from './usage.ts'
import { versionsIn } from './versions.ts'

/** All that a command may read and write: made for one workspace, so that a query without one cannot be written. */
export const storeOf = (db: Database, workspace: Id<'workspace'>) => ({
  datasets: datasetsIn(db, workspace),
  cards: cardsIn(db, workspace),
  versions: versionsIn(db, workspace),
  models: modelsIn(db, workspace),
  uploads: uploadsIn(db, workspace),
  dashboards: dashboardsIn(db, workspace),
  deleted: deletedIn(db, workspace),
  shares: sharesIn(db, workspace),
  releases: releasesIn(db, workspace),
  usage: (except?: Id<'upload'>) => usageOf(db, workspace, except),
  /** Does so much more fit into a quota as things stand? */
  hasRoom: (more: More, quota: Amount) => fitsNow(db, workspace, more, quota),
  /** The term that it does when something is written. */
  room: (more: More, quota: Amount) => hasRoom(workspace, more, quota),
})
export type Store = ReturnType<typeof storeOf>
