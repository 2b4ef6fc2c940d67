import { expect, test } from 'vitest'
import { callsTo } from '#web/engine/worker-calls.ts'

type Message = { readonly id: number }

/** A worker that hears everything and says nothing. */
class Mute extends EventTarget {
  readonly heard: Message[] = []
  readonly postMessage = (message: Message): void => void this.heard.push(message)
  readonly terminate = (): void => undefined
}

test('a worker that breaks keeps nobody waiting, neither who has asked nor who asks after', async () => {
  const worker = new Mute()
  const { call } = callsTo<Message, Message>(worker as unknown as Worker)
  const before = call({})
  worker.dispatchEvent(new Event('error'))
  expect([await before, await call({})]).toEqual([null, null])
  expect(worker.heard).toHaveLength(1)
})

test('an ended worker keeps nobody waiting', async () => {
  const { call, end } = callsTo<Message, Message>(new Mute() as unknown as Worker)
  const before = call({})
  end()
  expect([await before, await call({})]).toEqual([null, null])
})
