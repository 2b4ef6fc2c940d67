import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '../support/api.ts'
import type { Benchmark, Measurement } from './benchmark.ts'
import { salesCsv } from './sales-csv.ts'
import { withServer } from './with-server.ts'

type Client = ReturnType<typeof createClient>

const clients = 50
/** Together with those before no more than one person may ask in a minute. */
const requestsEach = 10
/** How long a client that is a person's page waits between two calls, in milliseconds. */
const pause = 1000

/** The time within which 95 of 100 calls are answered, with so many clients that each call, wait for the answer, and pause. */
async function p95(call: () => Promise<unknown>, pause: number): Promise<number> {
  const times: number[] = []
  const one = async (_: unknown, client: number): Promise<void> => {
    await sleep((pause * client) / clients)
    for (let request = 0; request < requestsEach; request++) {
      const start = performance.now()
      await call()
      times.push(performance.now() - start)
      await sleep(Math.max(0, pause - (performance.now() - start)))
    }
  }
  await Promise.all(Array.from({ length: clients }).map(one))
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN
}

async function alone(call: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let request = 0; request < 100; request++) {
    const start = performance.now()
    await call()
    times.push(performance.now() - start)
  }
  return times.toSorted((a, b) => a - b)[50] ?? Number.NaN
}

async function readDataset(client: Client): Promise<string> {
  const { id } = await client.upload('sales.csv', salesCsv(170_000))
  while ((await client.status(id)).status !== 'ready') await sleep(20)
  return id
}

async function measured(client: Client): Promise<readonly Measurement[]> {
  const dataset = await readDataset(client)
  const query = {
    dataset,
    dimensions: [{ column: 'region' }],
    measures: [{ aggregate: 'sum', column: 'amount' }],
  }
  const calls = {
    'cached Query (p95 to be under 20 ms)': () => client.call('POST', 'query', query),
    'metadata: a dataset (p95 to be under 50 ms)': () => client.call('GET', `datasets/${dataset}`),
    'metadata: its model (p95 to be under 50 ms)': () => client.call('GET', `datasets/${dataset}/model`),
  }
  const measurements: Measurement[] = []
  for (const [name, call] of Object.entries(calls)) {
    const single = await alone(call)
    measurements.push({ name: `${name}, one client, median`, ours: single, others: {} })
    measurements.push({ name: `${clients} clients, each once a second, p95`, ours: await p95(call, pause), others: {} })
    measurements.push({ name: `${clients} clients that never pause, p95`, ours: await p95(call, 0), others: {} })
  }
  return measurements
}

/** The API of a local server under load; the server, its database and these clients share the machine. */
export const api: Benchmark = {
  title: `The API with ${clients} clients at once`,
  run: () =>
    withServer(async ({ url }) => {
      const client = createClient(url)
      await client.startGuest()
      return measured(client)
    }),
}
