import { DurableObject } from 'cloudflare:workers'

/** What a socket remembers across hibernation. */
type Attachment = { readonly session: string }

/**
 * The live line of one workspace: every open page of it holds a socket here, and what happens is told to all.
 * It hibernates between events. The Worker alone reaches it, after checking who asks.
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
    this.ctx.acceptWebSocket(server)
    server.serializeAttachment({ session } satisfies Attachment)
    return new Response(null, { status: 101, webSocket: client })
  }

  /** Tells every open page. */
  publish(event: unknown): void {
    const text = JSON.stringify(event)
    for (const socket of this.ctx.getWebSockets()) {
      try {
        socket.send(text)
      } catch {
        // A socket may have closed between being listed and being written to; the page asks again when it reconnects.
      }
    }
  }

  /** Ends the live lines of sessions that are over. */
  disconnect(sessions: readonly string[]): void {
    for (const socket of this.ctx.getWebSockets()) {
      const { session } = socket.deserializeAttachment() as Attachment
      if (sessions.includes(session)) socket.close(4401, 'session ended')
    }
  }

  /** Answers that the room can be reached. */
  ping(): 'pong' {
    return 'pong'
  }

  override webSocketMessage(socket: WebSocket): void {
    socket.close(1003, 'this line only speaks')
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    socket.close(code === 1005 || code === 1006 ? 1000 : code)
  }
}
