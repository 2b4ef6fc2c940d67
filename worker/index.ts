import { app } from './app.ts'
import { consume } from './jobs/consume.ts'
import { keepHouse } from './jobs/keep-house.ts'
import { serviceOf } from './service.ts'

export { WorkspaceRoom } from '../durable-objects/workspace-room.ts'

export default {
  fetch: app.fetch,
  queue: (batch, env, context) => consume(batch, serviceOf(env, context)),
  scheduled: (_event, env, context) => keepHouse(serviceOf(env, context)),
} satisfies ExportedHandler<Env>
