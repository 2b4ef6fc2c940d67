import { Worker as Thread } from 'node:worker_threads'

/**
 * What a module of a web worker finds around it. A browser takes every message as a task of its own; Node hands over up to
 * a thousand of one port before it looks at another, so a channel on which a worker writes to itself is made of tasks here.
 */
const around = (module: string): string => `
import { parentPort } from 'node:worker_threads'
globalThis.self = new EventTarget()
self.postMessage = (message) => parentPort.postMessage(message)
parentPort.on('message', (data) => self.dispatchEvent(new MessageEvent('message', { data })))
globalThis.MessageChannel = class {
  port1 = Object.assign(new EventTarget(), { start: () => undefined })
  port2 = { postMessage: (data) => setImmediate(() => this.port1.dispatchEvent(new MessageEvent('message', { data }))) }
}
await import(${JSON.stringify(module)})
`

/** A web worker as a thread of Node: the same module, the same messages. */
export class NodeWorker extends EventTarget {
  readonly #thread: Thread

  constructor(module: URL) {
    super()
    this.#thread = new Thread(new URL(`data:text/javascript,${encodeURIComponent(around(module.href))}`))
    this.#thread.on('message', (data) => this.dispatchEvent(new MessageEvent('message', { data })))
    this.#thread.on('error', () => this.dispatchEvent(new Event('error')))
  }

  postMessage(message: unknown): void {
    this.#thread.postMessage(message, [])
  }

  terminate(): void {
    void this.#thread.terminate()
  }
}
