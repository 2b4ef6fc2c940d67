import { app } from './app.ts'
import type { Env } from './env.ts'
import { jobLoop } from './jobs/registry.ts'
import { serviceOf } from './service.ts'

export { WorkspaceRoom } from '../durable-objects/workspace-room.ts'

export default {
  fetch: app.fetch,
  queue: (batch, env, context) => jobLoop.consume(batch, serviceOf(env, context)),
  scheduled: (_event, env, context) => jobLoop.tick(serviceOf(env, context)),
} satisfies ExportedHandler<Env>
