import { z } from 'zod'

/** Settings of a project: what its new datasets and dashboards begin with. */
export const projectSettings = z.object({
  /** IANA name, such as `Europe/Berlin`; null: the reader's own. */
  timeZone: z.string().max(60).nullable().default(null),
  /** Id of a domain pack that is offered first; null: none. */
  pack: z.string().max(60).nullable().default(null),
  /** Hue of its mark, 0 to 359. */
  hue: z.int().min(0).max(359).default(210),
})
