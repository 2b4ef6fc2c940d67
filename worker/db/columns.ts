import { customType, integer, text } from 'drizzle-orm/sqlite-core'
import type { z } from 'zod'
import type { Id, IdKind } from '#core/ids.ts'

/** The only spelling of an id in the database. */
export const id = <Kind extends IdKind>() => text().$type<Id<Kind>>()

/** The only spelling of a moment: milliseconds since 1970 UTC. */
export const moment = () => integer({ mode: 'timestamp_ms' })

/** The only spelling of a yes or no. */
export const flag = () => integer({ mode: 'boolean' })

/**
 * The only spelling of a document that outlives the program that wrote it: read back by its schema, so that what was
 * written before a part of it existed gets that part's default.
 */
export const lasting = <Value>(schema: z.ZodType<Value>) =>
  customType<{ data: Value; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (text) => schema.parse(JSON.parse(text)),
  })()

/** The only spelling of other JSON. What is read back is what this program wrote. */
export const json = <Value>() => text({ mode: 'json' }).$type<Value>()
