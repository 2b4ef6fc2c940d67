/** What the workspace's room says. Anything else is ignored, so that a newer server can say more. */
export type LiveMessage = { readonly type: string } & Readonly<Record<string, unknown>>

type Ports = {
  readonly onMessage: (message: LiveMessage) => void
  /** Called when the line is up (again): what was missed must be asked for. */
  readonly onOpen: () => void
  readonly onDown: () => void
}

const firstWait = 1000
const longestWait = 30_000

function parse(text: unknown): LiveMessage | null {
  try {
    const message: unknown = JSON.parse(String(text))
    return typeof message === 'object' && message !== null && 'type' in message ? (message as LiveMessage) : null
  } catch {
    return null
  }
}

/** Keeps a line open to the workspace's room, and opens it again when it falls. */
export function openLive({ onMessage, onOpen, onDown }: Ports): () => void {
  let closed = false
  let wait = firstWait
  let socket: WebSocket | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const connect = (): void => {
    socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/v1/live`)
    socket.addEventListener('open', () => {
      wait = firstWait
      onOpen()
    })
    socket.addEventListener('message', ({ data }) => {
      const message = parse(data)
      if (message) onMessage(message)
    })
    socket.addEventListener('close', () => {
      if (closed) return
      onDown()
      timer = setTimeout(connect, wait)
      wait = Math.min(longestWait, wait * 2)
    })
  }
  connect()
  return () => {
    closed = true
    clearTimeout(timer)
    socket?.close()
  }
}
