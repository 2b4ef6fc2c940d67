import { z } from 'zod'

const hash = z.string().regex(/^(?:profile:)?[0-9a-f]{64}$/, 'A hash is 64 hexadecimal digits')

/** What a receipt says, without its signature. */
const receiptBody = z.strictObject({
  /** What kind of document it is, and the version of its form. */
  edgewise: z.literal('receipt 1'),
  title: z.string(),
  /** The answer in a sentence. */
  answer: z.string(),
  dataset: z.strictObject({
    id: z.string(),
    name: z.string(),
    version: z.int(),
    /** SHA-256 of the file, or of the statistics of its rows where they were made by cleaning. */
    hash,
  }),
  /** Datasets that were joined. */
  joined: z.array(z.strictObject({ id: z.string(), version: z.int(), hash })),
  /** Version of the model document; 0 without one. */
  model: z.int(),
  /** All rows, or those that rules let the asker see. */
  rows: z.enum(['all', 'those that the asker may see']),
  /** The Query with periods written out as dates. */
  query: z.looseObject({ dataset: z.string() }),
  /** The statements that give the same result; empty where rules decide which rows count. */
  sql: z.array(z.string()),
  engine: z.string(),
  result: z.strictObject({ rows: z.int(), columns: z.array(z.string()), hash }),
  /** When it was computed, as ISO text. */
  time: z.string(),
})
export type ReceiptBody = z.infer<typeof receiptBody>

const signature = z.strictObject({
  /** Which key signed it. */
  key: z.string(),
  /** Ed25519 over the rest in canonical form, in base64url. */
  value: z.string(),
})
export type Signature = z.infer<typeof signature>

export const receipt = receiptBody.extend({ signature })
export type Receipt = z.infer<typeof receipt>
