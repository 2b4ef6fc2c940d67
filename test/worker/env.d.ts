import type { D1Migration } from 'cloudflare:test'
import type * as worker from '#worker/index.ts'
import type { Env as WorkerEnv } from '#worker/env.ts'

declare global {
  namespace Cloudflare {
    /** What vitest.config.ts binds besides. */
    interface Env extends WorkerEnv {
      readonly TEST_MIGRATIONS: D1Migration[]
      readonly READER_FIXTURES: readonly { readonly name: string; readonly base64: string }[]
      readonly SOAK: string
    }
    interface GlobalProps {
      mainModule: typeof worker
    }
  }
}
