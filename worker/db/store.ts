import type { Id } from '#core/ids.ts'
import { cardsIn } from './cards.ts'
import { correctionsIn } from './corrections.ts'
import { dashboardsIn } from './dashboards.ts'
import type { Database } from './database.ts'
import { datasetsIn } from './datasets.ts'
import { deletedIn } from './deleted.ts'
import { modelsIn } from './models.ts'
import { questionsIn } from './questions.ts'
import { releasesIn } from './releases.ts'
import { sharesIn } from './shares.ts'
import { uploadsIn } from './uploads.ts'
import { type Amount, fitsNow, hasRoom, type More, usageOf } from './usage.ts'
import { versionsIn } from './versions.ts'

/** The data of one workspace. Commands get no other access, so a query cannot omit the workspace. */
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
  questions: questionsIn(db, workspace),
  corrections: correctionsIn(db, workspace),
  usage: (except?: Id<'upload'>) => usageOf(db, workspace, except),
  /** True if the amount currently fits the quota. */
  hasRoom: (more: More, quota: Amount) => fitsNow(db, workspace, more, quota),
  /** Term: the amount fits the quota at the time of writing. */
  room: (more: More, quota: Amount) => hasRoom(workspace, more, quota),
})
export type Store = ReturnType<typeof storeOf>
