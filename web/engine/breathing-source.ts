import type { Source } from '#core/table/source.ts'

/** Milliseconds of work between checks for messages; a check takes 0.1 ms. */
const breath = 12

const channel = new MessageChannel()

/** Yields to pending messages through a MessageChannel, because a timer waits longer. */
const listen = (): Promise<void> =>
  new Promise((done) => {
    channel.port1.addEventListener('message', () => done(), { once: true })
    channel.port1.start()
    channel.port2.postMessage(null)
  })

/** A source that yields between row groups, so that the worker can receive cancellations. */
export function breathingSource(source: Source): Source {
  let last = performance.now()
  return {
    ...source,
    async read(group, columns) {
      if (performance.now() - last > breath) {
        await listen()
        last = performance.now()
      }
      return source.read(group, columns)
    },
  }
}
