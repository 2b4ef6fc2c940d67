import type { MemberRole } from '#core/access/member-role.ts'
import type { PrincipalGroup } from '#core/access/principal.ts'
import type { Grant, Standing } from '#core/access/standing.ts'
import type { TokenScope } from '#core/access/token-scope.ts'
import type { Id } from '#core/ids.ts'
import { assetsIn, type Assets } from './adapters/assets.ts'
import { edgeSqlIn, type EdgeSqlEngine } from './adapters/edge-sql.ts'
import { filesIn, type Files } from './adapters/files.ts'
import { jobQueueIn, type JobQueue } from './adapters/job-queue.ts'
import { pictureCache, type PictureCache } from './adapters/picture-cache.ts'
import { drawPng } from './adapters/png.ts'
import { resultCache, type ResultCache } from './adapters/result-cache.ts'
import { roomsIn, type Rooms } from './adapters/rooms.ts'
import { typefaceIn, type Typeface } from './adapters/typeface.ts'
import { vectorsIn, type Vectors } from './adapters/vectors.ts'
import { configOf, type Config } from './config.ts'
import { accountsIn, type Accounts } from './db/accounts.ts'
import { attemptsIn, type Attempts } from './db/attempts.ts'
import { openDatabase } from './db/database.ts'
import { openInvitationsIn, type OpenInvitations } from './db/invitations.ts'
import { workspacesIn, type Workspaces } from './db/workspaces.ts'
import { authenticatorsIn, type Authenticators } from './db/authenticators.ts'
import { challengesIn, type Challenges } from './db/challenges.ts'
import { devicesIn, type Devices } from './db/devices.ts'
import { mailIn, type MailStore } from './db/mail.ts'
import { sessionsIn, type Sessions } from './db/sessions.ts'
import { linkIn } from './db/shares.ts'
import { personalTokensIn, type PersonalTokens } from './db/personal-tokens.ts'
import { storeOf, type Store } from './db/store.ts'
import type { Env } from './env.ts'
import { jobsIn, type Jobs } from './db/jobs.ts'
import { leftoversIn, type Leftovers } from './db/leftovers.ts'
import { schedulesIn, type Schedules } from './db/schedules.ts'
import { log, type Log } from './log.ts'
import type { Mailer } from './mail/letter.ts'
import { mailerOf } from './mail/mailer.ts'
import { readAccessToken, sessionKey, signAccessToken, type TokenClaims } from './security/access-token.ts'
import { newId } from './security/random.ts'
import { receiptSigner } from './security/receipt-key.ts'
import { seal, unseal } from './security/seal.ts'

/** Every effect of the Worker. Commands and jobs receive this and nothing else. */
export type Service = {
  readonly config: Config
  readonly now: () => Date
  readonly newId: typeof newId
  readonly log: Log
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly attempts: Attempts
  readonly workspaces: Workspaces
  readonly openInvitations: OpenInvitations
  readonly challenges: Challenges
  readonly devices: Devices
  readonly authenticators: Authenticators
  readonly personalTokens: PersonalTokens
  readonly mail: MailStore
  /** Null if this installation sends no mail. */
  readonly mailer: Mailer | null
  readonly jobs: Jobs
  readonly schedules: Schedules
  readonly leftovers: Leftovers
  /** The store of one workspace, for somebody. */
  readonly storeOf: (workspace: Id<'workspace'>, standing: Standing) => Store
  readonly linkOf: (tokenHash: string) => ReturnType<typeof linkIn>
  readonly files: Files
  readonly vectors: Vectors
  readonly rooms: Rooms
  readonly queue: JobQueue
  readonly results: ResultCache
  readonly pictures: PictureCache
  readonly typeface: Typeface
  readonly drawPng: typeof drawPng
  readonly sql: EdgeSqlEngine
  readonly assets: Assets
  /** Operations with the installation's secret, which is not exposed. */
  readonly secrets: {
    readonly signAccess: (who: TokenClaims) => Promise<string>
    readonly readAccess: (token: string) => Promise<TokenClaims | null>
    readonly seal: (text: string) => Promise<string>
    readonly unseal: (sealed: string) => Promise<string | null>
    readonly receipts: ReturnType<typeof receiptSigner>
  }
  /** Continues work after the response (waitUntil). */
  readonly defer: (work: Promise<unknown>) => void
}

/** The acting user and workspace. */
export type Caller = {
  readonly user: Id<'user'>
  /** The session; where a personal token stands in its stead, the id of the token. */
  readonly session: Id<'session'>
  readonly workspace: Id<'workspace'>
  readonly kind: 'guest' | 'member'
  /** What they are to the workspace. */
  readonly role: MemberRole
  readonly email: string | null
  /** Roles on single projects and datasets, also those of their groups. */
  readonly grants: readonly Grant[]
  readonly groups: readonly PrincipalGroup[]
  /** What row rules may compare, besides the e-mail. */
  readonly attributes: Readonly<Record<string, string>>
  /** What a personal token may do; undefined for a session, which may do everything. */
  readonly scope?: TokenScope
}

const now = (): Date => new Date()

function secretsOf(env: Env, config: Config): Service['secrets'] {
  const key = sessionKey(env)
  return {
    signAccess: (who) => signAccessToken(key, who, { now: now(), seconds: config.session.accessSeconds }),
    readAccess: (token) => readAccessToken(key, token, now()),
    seal: (text) => seal(key, text),
    unseal: (sealed) => unseal(key, sealed),
    receipts: receiptSigner(key),
  }
}

type Background = Pick<ExecutionContext, 'waitUntil'>

/** Creates the service from one event's bindings. */
export function serviceOf(env: Env, background: Background): Service {
  const config = configOf(env)
  const db = openDatabase(env.DB)
  const assets = assetsIn(env.ASSETS)
  return {
    config,
    now,
    newId,
    log,
    accounts: accountsIn(db),
    sessions: sessionsIn(db),
    attempts: attemptsIn(db),
    workspaces: workspacesIn(db),
    openInvitations: openInvitationsIn(db),
    challenges: challengesIn(db),
    devices: devicesIn(db),
    authenticators: authenticatorsIn(db),
    personalTokens: personalTokensIn(db),
    mail: mailIn(db),
    mailer: mailerOf(env, config),
    jobs: jobsIn(db),
    schedules: schedulesIn(db),
    leftovers: leftoversIn(db),
    storeOf: (workspace, standing) => storeOf(db, workspace, standing),
    linkOf: (tokenHash) => linkIn(db, tokenHash),
    files: filesIn(env.FILES),
    vectors: vectorsIn(env),
    rooms: roomsIn(env.WORKSPACE_ROOM),
    queue: jobQueueIn(env.JOBS),
    results: resultCache,
    pictures: pictureCache,
    typeface: typefaceIn(assets),
    drawPng,
    sql: edgeSqlIn(env),
    assets,
    secrets: secretsOf(env, config),
    defer: (work) =>
      background.waitUntil(work.catch((error: unknown) => log('error', 'deferred work failed', { error }))),
  }
}
