import { integer, text } from 'drizzle-orm/sqlite-core'
import type { Id, IdKind } from '#core/ids.ts'

/** The only spelling of an id in the database. */
export const id = <Kind extends IdKind>() => text().$type<Id<Kind>>()

/** The only spelling of a moment: milliseconds since 1970 UTC. */
export const moment = () => integer({ mode: 'timestamp_ms' })

/** The only spelling of a yes or no. */
export const flag = () => integer({ mode: 'boolean' })

/** The only spelling of a document. What is read back is what this program wrote. */
export const json = <Value>() => text({ mode: 'json' }).$type<Value>()
