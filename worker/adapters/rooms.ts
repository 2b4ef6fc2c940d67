import type { Id } from '#core/ids.ts'
import type { LiveEvent } from '../wire/live-event.ts'

/** The live lines of workspaces. The only code that speaks to their Durable Objects. */
export const roomsIn = (namespace: Env['WORKSPACE_ROOM']) => {
  const room = (workspace: string) => namespace.get(namespace.idFromName(workspace))
  return {
    /** Tells every open page of a workspace. */
    publish: async (workspace: Id<'workspace'>, event: LiveEvent): Promise<void> => room(workspace).publish(event),

    /** Opens a live line for a session that has been checked. */
    connect: (workspace: Id<'workspace'>, session: Id<'session'>): Promise<Response> =>
      room(workspace).fetch('https://room/', { headers: { upgrade: 'websocket', 'x-edgewise-session': session } }),

    /** Ends the live lines of sessions that are over. */
    disconnect: async (workspace: Id<'workspace'>, sessions: readonly Id<'session'>[]): Promise<void> =>
      room(workspace).disconnect(sessions),

    /** Throws when rooms cannot be reached. */
    check: async (): Promise<void> => void (await room('health').ping()),
  }
}
export type Rooms = ReturnType<typeof roomsIn>
