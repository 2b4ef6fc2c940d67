import type { Env } from '../env.ts'
import { rateLimit } from '../http/rate-limit.ts'
import { newRoutes } from '../http/routes.ts'
import type { Service } from '../service.ts'

/** First clock reading of this isolate; before the first event, the clock is stopped. */
let startedAt: number | null = null

const secondsUp = (now: Date): number => {
  startedAt ??= now.getTime()
  return Math.round((now.getTime() - startedAt) / 1000)
}

type Checked = { readonly ok: boolean; readonly ms: number }

async function check({ log }: Service, name: string, reach: () => Promise<unknown>): Promise<[string, Checked]> {
  const started = Date.now()
  try {
    await reach()
    return [name, { ok: true, ms: Date.now() - started }]
  } catch (error) {
    log('error', 'a binding cannot be reached', { binding: name, error })
    return [name, { ok: false, ms: Date.now() - started }]
  }
}

function checkAll(env: Env, service: Service): Promise<[string, Checked][]> {
  return Promise.all([
    check(service, 'database', () => env.DB.prepare('SELECT 1').first()),
    check(service, 'files', () => service.files.check()),
    check(service, 'rooms', () => service.rooms.check()),
    check(service, 'queue', async () => {
      // A queue has no read operation, and a test message would create a job.
      if (typeof env.JOBS?.send !== 'function') throw new Error('JOBS is not bound')
    }),
    check(service, 'sql', () => service.sql.check()),
    check(service, 'vectors', () => service.vectors.check()),
    check(service, 'limits', async () => {
      // Counting is the only operation of a rate limit.
      if (limitsOf(env).some((limit) => typeof limit?.limit !== 'function'))
        throw new Error('A rate limit is not bound')
    }),
    check(service, 'assets', () => service.assets.serve(new Request('https://assets.invalid/'))),
  ])
}

const limitsOf = (env: Env): readonly (RateLimit | undefined)[] => [
  env.RATE_QUERY_PERSON,
  env.RATE_QUERY_ADDRESS,
  env.RATE_WRITE_PERSON,
  env.RATE_WRITE_ADDRESS,
  env.RATE_SIGN_IN_ADDRESS,
]

/** Each check of health reaches every binding, so it is limited per address as 20 queries are. */
const healthLimit = { kind: 'query', weight: 20 } as const

/** Health and build information for operators. */
export const serviceRoutes = newRoutes()
  .get('/health', rateLimit(healthLimit), async (c) => {
    const { service } = c.var
    const checks = await checkAll(c.env, service)
    const healthy = checks.every(([, { ok }]) => ok)
    const { version } = service.config
    c.header('cache-control', 'no-store')
    return c.json(
      {
        status: healthy ? 'ok' : 'failing',
        version,
        uptimeSeconds: secondsUp(service.now()),
        checks: Object.fromEntries(checks),
      },
      healthy ? 200 : 503,
    )
  })
  .get('/info', (c) => {
    const { version, environment, upload, guest } = c.var.service.config
    return c.json({
      name: 'Edgewise',
      version,
      environment,
      api: '/api/v1',
      documentation: '/docs',
      limits: { uploadBytes: upload.maxBytes, guestDatasets: guest.datasets, guestBytes: guest.bytes },
    })
  })
