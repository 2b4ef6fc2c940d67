import { fail } from '#core/errors.ts'
import { respondFailure } from '../http/respond.ts'
import { rawRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'

const live = rawRoute(
  {
    summary: 'A WebSocket that tells what happens in the workspace.',
    access: 'guest',
    needs: { may: 'read', object: 'workspace' },
    effect: 'read',
    limit: { kind: 'read', weight: 1 },
  },
  {
    method: 'get',
    path: '/live',
    tag: 'Live',
    request: {},
    gives: 'The connection becomes a WebSocket of events as JSON.',
  },
)

/** The live socket of the caller's workspace. */
export const liveRoutes = newRoutes().openapi(live, (c) => {
  const { caller, service, standing } = c.var
  if (!caller || !standing) return respondFailure(c, fail('access/session-needed').error)
  if (c.req.header('upgrade') !== 'websocket') {
    return respondFailure(c, fail('request/invalid', { reason: 'This address speaks WebSocket only.' }).error)
  }
  return service.rooms.connect(caller.workspace, caller.session, standing)
})
