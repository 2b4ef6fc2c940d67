import { z } from 'zod'
import type { Env } from './env.ts'
import { day, hour, minute } from '#core/table/time-units.ts'

const megabyte = 1_000_000

const origins = z.string().transform((text) =>
  text
    .split(',')
    .map((origin) => origin.trim().replace(/\/$/, ''))
    .filter((origin) => origin !== ''),
)

const variables = z.object({
  ENVIRONMENT: z.enum(['local', 'production']),
  VERSION: z.string().min(1),
  PUBLIC_ORIGIN: z.union([z.literal(''), z.url()]),
  ALLOWED_ORIGINS: origins,
  MAX_UPLOAD_MB: z.coerce.number().positive(),
  CLIENT_ADDRESS_HEADER: z.string().toLowerCase().default(''),
  GUEST_IDLE_DAYS: z.coerce.number().positive(),
  DELETED_DAYS: z.coerce.number().positive().default(7),
  VERSIONS_KEPT: z.coerce.number().int().positive().default(20),
  VERSION_DAYS: z.coerce.number().positive().default(365),
  QUERY_SECONDS: z.coerce.number().positive().max(300).default(300),
  RESULT_SECONDS: z.coerce.number().positive().default(3600),
  SLOW_QUERY_SECONDS: z.coerce.number().positive().default(2),
  MAIL_FROM: z.string().default(''),
  MAIL_HTTP_URL: z.union([z.literal(''), z.url({ protocol: /^https$/ })]).default(''),
  MAIL_HTTP_BODY: z.string().default(''),
})

/** Maximum attempts per period in milliseconds. */
export type AttemptLimit = { readonly attempts: number; readonly lasts: number }

/** Every setting and limit. Contains no secrets, so it may be logged. */
export type Config = {
  readonly environment: 'local' | 'production'
  readonly version: string
  /** Other origins whose pages may write here and call the API. */
  readonly allowedOrigins: readonly string[]
  readonly publicOrigin: string | null
  /** Header with the client address; null if clients could forge it. */
  readonly addressHeader: string | null
  readonly upload: { readonly maxBytes: number; readonly partBytes: number; readonly abandonedAfter: number }
  readonly guest: {
    readonly datasets: number
    readonly bytes: number
    readonly idleFor: number
    /** Maximum new workspaces per address, or in total if addresses are unknown. */
    readonly startsFromAddress: AttemptLimit
    readonly startsFromAll: AttemptLimit
  }
  /** The sender, and a provider that takes mail over HTTP; null if there is none. */
  readonly mail: { readonly from: string; readonly http: { readonly url: string; readonly body: string } | null }
  readonly code: {
    /** Milliseconds for which a code, and a link to choose a password, is right. */
    readonly lasts: number
    readonly resetLasts: number
    /** Milliseconds between two mails with a code. */
    readonly resendAfter: number
    /** Wrong codes before a lock, and mails per address in a period. */
    readonly tries: AttemptLimit
    readonly mails: AttemptLimit
  }
  /** Milliseconds for which a trusted device is not asked for a second step. */
  readonly deviceTrust: number
  /** Milliseconds between asking to delete an account and its end. */
  readonly accountGrace: number
  readonly session: { readonly accessSeconds: number; readonly refreshSeconds: number }
  /** Maximum password attempts per e-mail: from one address, and from all. */
  readonly signIn: { readonly fromAddress: AttemptLimit; readonly fromAll: AttemptLimit }
  readonly job: {
    readonly attempts: number
    readonly lease: number
    /** Milliseconds after its deadline at which a job ends that does not stop. */
    readonly grace: number
    readonly staleAfter: number
    /** For how long a job that has ended is kept. */
    readonly keptFor: number
  }
  /** Query timeout, threshold for the slow log, and seconds a result is cached. */
  readonly query: { readonly deadline: number; readonly slow: number; readonly keptSeconds: number }
  /** How long deleted things can be restored; how many of the newest versions are kept, and how long. */
  readonly retention: { readonly deleted: number; readonly newest: number; readonly versions: number }
}

function parse(env: Env): Config {
  const read = variables.parse(env)
  return {
    environment: read.ENVIRONMENT,
    version: read.VERSION,
    allowedOrigins: read.ALLOWED_ORIGINS,
    publicOrigin: read.PUBLIC_ORIGIN === '' ? null : read.PUBLIC_ORIGIN.replace(/\/$/, ''),
    // R2 requires parts of at least 5 MiB, all but the last of equal size:
    // developers.cloudflare.com/r2/objects/multipart-objects
    upload: { maxBytes: read.MAX_UPLOAD_MB * megabyte, partBytes: 8 * 1024 * 1024, abandonedAfter: day },
    addressHeader: read.CLIENT_ADDRESS_HEADER === '' ? null : read.CLIENT_ADDRESS_HEADER,
    guest: {
      datasets: 20,
      bytes: 500 * megabyte,
      idleFor: read.GUEST_IDLE_DAYS * day,
      startsFromAddress: { attempts: 120, lasts: hour },
      startsFromAll: { attempts: 1000, lasts: hour },
    },
    mail: {
      from: read.MAIL_FROM === '' && read.ENVIRONMENT === 'local' ? 'Edgewise <edgewise@localhost>' : read.MAIL_FROM,
      http: read.MAIL_HTTP_URL === '' ? null : { url: read.MAIL_HTTP_URL, body: read.MAIL_HTTP_BODY },
    },
    code: {
      lasts: 10 * minute,
      resetLasts: 30 * minute,
      resendAfter: minute,
      tries: { attempts: 3, lasts: 15 * minute },
      mails: { attempts: 10, lasts: hour },
    },
    deviceTrust: 30 * day,
    accountGrace: 14 * day,
    session: { accessSeconds: 50 * 60, refreshSeconds: 30 * 24 * 60 * 60 },
    signIn: { fromAddress: { attempts: 5, lasts: 15 * minute }, fromAll: { attempts: 100, lasts: hour } },
    job: { attempts: 3, lease: 15_000, grace: 5000, staleAfter: minute, keptFor: 7 * day },
    query: {
      deadline: read.QUERY_SECONDS * 1000,
      slow: read.SLOW_QUERY_SECONDS * 1000,
      keptSeconds: read.RESULT_SECONDS,
    },
    retention: {
      deleted: read.DELETED_DAYS * day,
      newest: read.VERSIONS_KEPT,
      versions: read.VERSION_DAYS * day,
    },
  }
}

let known: { readonly env: Env; readonly config: Config } | null = null

/** The Worker's settings, parsed once; an invalid one fails every request. */
export function configOf(env: Env): Config {
  if (known?.env !== env) known = { env, config: parse(env) }
  return known.config
}
