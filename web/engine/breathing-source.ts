import type { Source } from '#core/table/source.ts'

/** So many milliseconds a worker may work without hearing what it is told. */
const breath = 50

type Scheduler = {
  readonly postTask: (task: () => void, options: { readonly priority: 'background' }) => Promise<void>
}
const { scheduler } = globalThis as { readonly scheduler?: Partial<Scheduler> }

const channel = new MessageChannel()

/** Lets the messages in that wait. A channel's way leads through another process, where the browser has no shorter one. */
const listen = (): Promise<void> =>
  scheduler?.postTask?.(() => undefined, { priority: 'background' }) ??
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
