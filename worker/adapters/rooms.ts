import type { Place, Standing } from '#core/access/standing.ts'
import type { Id } from '#core/ids.ts'
import type { Env } from '../env.ts'
import type { LiveEvent } from '#core/live/live-event.ts'

/** Live sockets per workspace. The only code that calls their Durable Objects. */
export const roomsIn = (namespace: Env['WORKSPACE_ROOM']) => {
  const room = (workspace: string) => namespace.get(namespace.idFromName(workspace))
  return {
    /** Sends an event to the open pages of whoever may know of the place. */
    publish: async (workspace: Id<'workspace'>, event: LiveEvent, place: Place): Promise<void> =>
      room(workspace).publish(event, place),

    /** Has the open pages of a workspace open their sockets again, because rights have changed. */
    reopen: async (workspace: Id<'workspace'>): Promise<void> => room(workspace).reopen(),

    /** Opens a socket for a verified session. */
    connect: (workspace: Id<'workspace'>, session: Id<'session'>, standing: Standing): Promise<Response> =>
      room(workspace).fetch('https://room/', {
        headers: {
          upgrade: 'websocket',
          'x-edgewise-session': session,
          'x-edgewise-standing': JSON.stringify(standing),
        },
      }),

    /** Closes the sockets of ended sessions. */
    disconnect: async (workspace: Id<'workspace'>, sessions: readonly Id<'session'>[]): Promise<void> =>
      room(workspace).disconnect(sessions),

    /** Throws if rooms are unreachable. */
    check: async (): Promise<void> => void (await room('health').ping()),
  }
}
export type Rooms = ReturnType<typeof roomsIn>
