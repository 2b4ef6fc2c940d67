import type { EdgeSql } from '../durable-objects/edge-sql.ts'
import type { WorkspaceRoom } from '../durable-objects/workspace-room.ts'

/** What wrangler.toml binds to the Worker; a test holds the two together. Variables are read by config.ts alone. */
export type Env = {
  readonly ASSETS: Fetcher
  readonly DB: D1Database
  readonly FILES: R2Bucket
  readonly JOBS: Queue
  readonly WORKSPACE_ROOM: DurableObjectNamespace<WorkspaceRoom>
  readonly EDGE_SQL: DurableObjectNamespace<EdgeSql>
  readonly RATE_QUERY_PERSON: RateLimit
  readonly RATE_QUERY_ADDRESS: RateLimit
  readonly RATE_WRITE_PERSON: RateLimit
  readonly RATE_WRITE_ADDRESS: RateLimit
  readonly RATE_SIGN_IN_ADDRESS: RateLimit
  /** In production only. */
  readonly AI?: Ai
  readonly VEC?: VectorizeIndex
  /** On this machine only: the local server runs SQL in processes. */
  readonly SQL_PROCESS?: Fetcher
  /** Cloudflare’s e-mail sending, where it is bound. */
  readonly EMAIL?: SendEmail
  /** The key of an HTTP mail provider, a secret. */
  readonly MAIL_HTTP_KEY?: string
  readonly MAIL_FROM: string
  readonly MAIL_HTTP_URL: string
  readonly MAIL_HTTP_BODY: string
  readonly SESSION_SECRET: string
  readonly ENVIRONMENT: string
  readonly VERSION: string
  readonly PUBLIC_ORIGIN: string
  readonly ALLOWED_ORIGINS: string
  readonly CLIENT_ADDRESS_HEADER: string
  readonly MAX_UPLOAD_MB: string
  readonly GUEST_IDLE_DAYS: string
  readonly DELETED_DAYS: string
  readonly VERSIONS_KEPT: string
  readonly VERSION_DAYS: string
  readonly QUERY_SECONDS: string
  readonly RESULT_SECONDS: string
  readonly SLOW_QUERY_SECONDS: string
}
