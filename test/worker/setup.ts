import { applyD1Migrations, type D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { vi } from 'vitest'

const { TEST_MIGRATIONS } = env as Env & { readonly TEST_MIGRATIONS: D1Migration[] }
await applyD1Migrations(env.DB, TEST_MIGRATIONS)

// The log's ordinary lines; its errors stay to be seen.
vi.spyOn(console, 'log').mockImplementation(() => undefined)
