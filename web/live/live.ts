import ReconnectingWebSocket from 'partysocket/ws'
import { parseLiveEvent, type LiveEvent } from '#core/live/live-event.ts'

type Ports = {
  readonly onEvent: (event: LiveEvent) => void
  /** Called when the line is up (again): what was missed must be asked for. */
  readonly onOpen: () => void
  readonly onDown: () => void
}

/** Milliseconds between tries: the first ones at random within these, so that not all pages come back at once. */
const waits = { first: 1000, spread: 2000, longest: 30_000 }

/** Keeps a line open to the workspace's room, and opens it again when it falls. */
export function openLive({ onEvent, onOpen, onDown }: Ports): () => void {
  const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/v1/live`
  const socket = new ReconnectingWebSocket(address, [], {
    minReconnectionDelay: waits.first + Math.random() * waits.spread,
    maxReconnectionDelay: waits.longest,
    reconnectionDelayGrowFactor: 2,
    // This line only speaks, so nothing is kept to be said.
    maxEnqueuedMessages: 0,
  })
  socket.addEventListener('open', onOpen)
  socket.addEventListener('message', ({ data }) => {
    const event = parseLiveEvent(data)
    if (event) onEvent(event)
  })
  socket.addEventListener('close', onDown)
  return () => socket.close()
}
