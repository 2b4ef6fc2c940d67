import { z } from 'zod'
import { chartSpec } from '../charts/chart-spec.ts'
import { pack, unpack } from '../packed.ts'
import { query } from '../query/query.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { askable } from './askable.ts'
import { makeReading } from './make-reading.ts'
import type { Reading } from './reading.ts'

/** What an address says of a reading. Chips say what its Query does: a link cannot put other words into them. */
const linked = z.object({
  query: z.looseObject({}),
  chart: chartSpec.nullable().default(null),
  words: z
    .array(z.object({ piece: z.string(), words: z.string().max(1000), isChanged: z.literal(true).optional() }))
    .max(200)
    .default([]),
  noun: z.string().max(100).optional(),
  asksOne: z.boolean().optional(),
  leftOut: z.string().max(1000).optional(),
})

/** A reading that no question alone would give, as part of an address; its dataset stands elsewhere in it. */
export function writeReading({ query: asked, chart, evidence, noun, asksOne, leftOut }: Reading): string {
  const usual: Record<string, unknown> = query.parse({ dataset: asked.dataset })
  const unusual = Object.entries(asked).filter(
    ([key, value]) => key !== 'dataset' && JSON.stringify(value) !== JSON.stringify(usual[key]),
  )
  const words = evidence.map(({ piece, words: said, isChanged }) => ({ piece, words: said, isChanged }))
  return pack({ query: Object.fromEntries(unusual), chart, words, noun, asksOne, leftOut })
}

/** The reading that an address holds, of the dataset of this model; null where it holds none. */
export function readReading(text: string, known: SemanticModel): Reading | null {
  const said = linked.safeParse(unpack(text))
  const asked = said.success ? query.safeParse({ ...said.data.query, dataset: known.dataset }) : null
  if (!said.success || !asked?.success) return null
  const { chart, words, noun, asksOne, leftOut } = said.data
  return makeReading(
    {
      query: asked.data,
      chart,
      evidence: words,
      score: 1,
      ...(noun === undefined ? {} : { noun }),
      ...(asksOne ? { asksOne } : {}),
      ...(leftOut === undefined ? {} : { leftOut }),
    },
    askable(known),
  )
}
