import type { Source } from '#core/table/source.ts'

/** So many milliseconds a worker may work without hearing what it is told; listening takes a tenth of one. */
const breath = 12

const channel = new MessageChannel()

/** Lets the messages in that wait. A timer would wait longer than it takes. */
const listen = (): Promise<void> =>
  new Promise((done) => {
    channel.port1.addEventListener('message', () => done(), { once: true })
    channel.port1.start()
    channel.port2.postMessage(null)
  })

/** A source between whose row groups a worker hears that it shall stop. */
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
