import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { vi } from 'vitest'

await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)

// The log's ordinary lines; its errors stay to be seen.
vi.spyOn(console, 'log').mockImplementation(() => undefined)
