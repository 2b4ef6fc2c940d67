import { finance } from './finance.ts'
import { marketing } from './marketing.ts'
import { operations } from './operations.ts'
import type { Pack } from './pack.ts'
import { people } from './people.ts'
import { sales } from './sales.ts'

/** Every domain pack. */
export const packs = { sales, people, marketing, finance, operations } as const satisfies Record<string, Pack>
export type PackId = keyof typeof packs
