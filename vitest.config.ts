import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { makeDuckDb } from './scripts/duckdb.mjs'
import { workers } from './scripts/workers.ts'
import { encodedFixtures } from './test/support/reader-fixtures.ts'

makeDuckDb()

/** No test is about time: whatever takes this long, on however busy a machine, will not end. */
const hangs = 30_000

export default defineConfig({
  test: {
    // One processor is left free by default, which of two is half.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'core',
          include: ['test/{core,cli,contracts,architecture,scripts,web,eval}/**/*.test.{ts,tsx}'],
          environment: 'node',
          isolate: false,
          testTimeout: hangs,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => {
            // Brings wrangler along, which is long in loading and no other project needs.
            const { builtWorker } = await import('./scripts/built-worker.ts')
            return {
              main: './worker/index.ts',
              wrangler: { configPath: './wrangler.toml' },
              remoteBindings: false,
              miniflare: {
                workers: [builtWorker(workers[1])],
                bindings: {
                  TEST_MIGRATIONS: await readD1Migrations('./migrations'),
                  READER_FIXTURES: await encodedFixtures(3000),
                  // What a soak program asks for: a seed and how many rounds, as JSON.
                  SOAK: process.env['SOAK'] ?? '',
                  SESSION_SECRET: 'a secret of the tests, at least 32 characters long',
                  ALLOWED_ORIGINS: 'https://friend.example',
                  CLIENT_ADDRESS_HEADER: 'cf-connecting-ip',
                },
              },
            }
          }),
        ],
        test: {
          name: 'edge',
          include: ['test/worker/**/*.test.ts'],
          setupFiles: ['./test/worker/setup.ts'],
          testTimeout: hangs,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['./test/browser/serve.ts'],
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // A page, a server and a browser share whatever machine there is. A second try is printed beside its test: mend it.
          retry: 1,
          // A page waits much and computes little: two share a machine well. They run when the other projects are through.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
