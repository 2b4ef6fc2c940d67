import type { DeviceCopy } from '../local/device-copies.ts'
import type { Outcome } from '../transport.ts'

const load = () => import('./device-copies.ts').catch(() => null)

/** The copy of a dataset on this device, or why it is never copied; null where it is not copied. */
export const copyOf = async (dataset: string): Promise<Outcome<DeviceCopy> | null> =>
  (await load())?.deviceCopies.of(dataset) ?? null

/** A dashboard that was copied with its dataset. */
export const copiedDashboard = async (id: string) => (await load())?.deviceCopies.dashboard(id) ?? null
