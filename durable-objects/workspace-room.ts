import { DurableObject } from 'cloudflare:workers'
import { z } from 'zod'
import { memberRoles } from '#core/access/member-role.ts'
import { grantedRoles, type Place } from '#core/access/standing.ts'
import type { LiveEvent } from '#core/live/live-event.ts'
import { stepWorkspaceRoom, type Line, type LineEffect, type LineMessage } from '#core/live/workspace-room.ts'

/** What a socket remembers across hibernation. */
const standing = z.object({
  role: z.enum(memberRoles),
  grants: z.array(z.object({ object: z.enum(['project', 'dataset']), id: z.string(), role: z.enum(grantedRoles) })),
})
const attached = z.object({ id: z.string(), session: z.string(), standing: standing.nullable() })

/** Characters of a standing; a socket remembers at most 2,048 bytes across hibernation. */
const longest = 1600

function standingIn(header: string | null): Line['standing'] {
  if (header === null || header.length > longest) return null
  return standing.parse(JSON.parse(header))
}

/**
 * The live line of one workspace: a socket for every open page. What a message means is decided in core; this object has the
 * sockets, and hibernates between events. The Worker alone reaches it, after checking who asks.
 */
export class WorkspaceRoom extends DurableObject<unknown> {
  constructor(state: DurableObjectState, env: unknown) {
    super(state, env)
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  }

  /** Opens the socket of one session. The Worker sets the header; a caller's own never arrives here. */
  override fetch(request: Request): Response {
    const session = request.headers.get('x-edgewise-session')
    if (request.headers.get('upgrade') !== 'websocket' || session === null) return new Response(null, { status: 400 })
    const { 0: client, 1: server } = new WebSocketPair()
    const line: Line = {
      id: crypto.randomUUID(),
      session,
      standing: standingIn(request.headers.get('x-edgewise-standing')),
    }
    this.ctx.acceptWebSocket(server, [line.id])
    server.serializeAttachment(line)
    return new Response(null, { status: 101, webSocket: client })
  }

  /** Tells the open pages of whoever may know of the place. */
  publish(event: LiveEvent, place: Place): void {
    this.#take({ type: 'published', event, place })
  }

  /** Has every page open its line again, with what its person now is. */
  reopen(): void {
    this.#take({ type: 'rights-changed' })
  }

  /** Ends the live lines of sessions that are over. */
  disconnect(sessions: readonly string[]): void {
    this.#take({ type: 'ended', sessions })
  }

  /** Answers that the room can be reached. */
  ping(): 'pong' {
    return 'pong'
  }

  override webSocketMessage(socket: WebSocket): void {
    this.#take({ type: 'said', line: lineOf(socket).id })
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    this.#take({ type: 'closed', line: lineOf(socket).id, code })
  }

  #take(message: LineMessage): void {
    const { effects } = stepWorkspaceRoom(this.ctx.getWebSockets().map(lineOf), message)
    for (const effect of effects) for (const socket of this.ctx.getWebSockets(effect.line)) carryOut(socket, effect)
  }
}

const lineOf = (socket: WebSocket): Line => attached.parse(socket.deserializeAttachment())

function carryOut(socket: WebSocket, effect: LineEffect): void {
  try {
    if (effect.type === 'send') socket.send(effect.text)
    else socket.close(effect.code, effect.reason)
  } catch {
    // A socket may have closed between being listed and being written to; the page asks again when it reconnects.
  }
}
