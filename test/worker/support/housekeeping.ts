import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import worker from '#worker/index.ts'

/** The minute's schedule, as the platform calls it. */
export async function everyMinute(): Promise<void> {
  const context = createExecutionContext()
  await worker.scheduled(createScheduledController(), env, context)
  await waitOnExecutionContext(context)
}

/** The minute's schedule when everything of the installation is due, until it is done. */
export async function housekeeping(): Promise<void> {
  await everyMinute()
  await env.DB.prepare('UPDATE schedule SET next_at = 0 WHERE workspace_id IS NULL').run()
  await kept()
  await everyMinute()
  await kept()
}

/** Nothing of the installation is left to do. */
const kept = () =>
  expect
    .poll(
      () =>
        env.DB.prepare(
          `SELECT count(*) AS count FROM job WHERE workspace_id IS NULL AND status IN ('queued', 'running')`,
        ).first('count'),
      { timeout: 20_000, interval: 20 },
    )
    .toBe(0)
