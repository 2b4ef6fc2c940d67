import { customType, integer, text } from 'drizzle-orm/sqlite-core'
import type { z } from 'zod'
import type { Id, IdKind } from '#core/ids.ts'

/** Column of an id; the only way to store one. */
export const id = <Kind extends IdKind>() => text().$type<Id<Kind>>()

/** Column of a moment in milliseconds since 1970 UTC; the only way to store one. */
export const moment = () => integer({ mode: 'timestamp_ms' })

/** Column of a boolean; the only way to store one. */
export const flag = () => integer({ mode: 'boolean' })

/**
 * Column of a document that outlives program versions: parsed by its schema when read, so that missing fields get
 * their defaults.
 */
export const lasting = <Value>(schema: z.ZodType<Value>) =>
  customType<{ data: Value; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (text) => schema.parse(JSON.parse(text)),
  })()

/** Column of other JSON, which this program wrote. */
export const json = <Value>() => text({ mode: 'json' }).$type<Value>()
