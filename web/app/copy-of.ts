import type { DeviceCopy } from '../local/device-copies.ts'
import type { Outcome } from '../transport.ts'
import type { Services } from './services.ts'

async function load(services: Services) {
  const loaded = await import('./device-copies.ts').catch(() => null)
  return loaded?.deviceCopies(services) ?? null
}

/** The copy of a dataset on this device, or why it is never copied; null where it is not copied. */
export const copyOf = async (services: Services, dataset: string): Promise<Outcome<DeviceCopy> | null> =>
  (await load(services))?.of(dataset) ?? null

/** A dashboard that was copied with its dataset. */
export const copiedDashboard = async (services: Services, id: string) => (await load(services))?.dashboard(id) ?? null
