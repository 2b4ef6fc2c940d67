import { z } from 'zod'
import { wireDataset } from '../wire/dataset.ts'

/** What a workspace's live line tells its open pages. Who may see what is asked anew, as oneself. */
const liveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('dataset-changed'), dataset: wireDataset }),
  /** A dataset has changed that the page does not see the whole of: it asks for it anew. */
  z.object({ type: z.literal('dataset-touched'), id: z.string() }),
  /** Something has changed: the page asks for its lists anew. */
  z.object({ type: z.literal('look-again') }),
  z.object({ type: z.literal('dataset-removed'), id: z.string() }),
  z.object({ type: z.literal('dashboard-changed'), id: z.string(), version: z.int() }),
])
export type LiveEvent = z.infer<typeof liveEvent>

/** Untrusted text in, an event or null out: a newer server may say more. The only code that reads the live line. */
export function parseLiveEvent(text: unknown): LiveEvent | null {
  if (typeof text !== 'string') return null
  try {
    return liveEvent.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
