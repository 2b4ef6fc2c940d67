import { z } from 'zod'
import type { ColumnProfile, Profile } from '../profile/profile.ts'
import { columnTypes } from '../table/table.ts'
import { matchColumns } from './drift/match-columns.ts'

const figures = z.object({
  name: z.string(),
  type: z.enum(columnTypes),
  unit: z.string().nullable(),
  nulls: z.number(),
  distinct: z.number(),
  /** For numbers, and for moments in milliseconds since 1970 UTC; null for text. */
  mean: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
})
type Figures = z.infer<typeof figures>

/** Two versions side by side. */
export const comparison = z.object({
  rows: z.object({ before: z.number(), after: z.number() }),
  /** In the order of the later version, removed columns last; null if a version lacks the column. */
  columns: z.array(z.object({ before: figures.nullable(), after: figures.nullable() })),
})
export type Comparison = z.infer<typeof comparison>

const figuresOf = ({ name, type, unit, nulls, distinct, numbers }: ColumnProfile): Figures => ({
  name,
  type,
  unit: unit ?? null,
  nulls,
  distinct: distinct.count,
  mean: numbers?.mean ?? null,
  min: numbers?.min ?? null,
  max: numbers?.max ?? null,
})

/** Pairs the columns of two versions, renamed ones included, with their figures. */
export function compareProfiles(before: Profile, after: Profile): Comparison {
  const { pairs, removed } = matchColumns(before, after)
  const earlier = new Map(pairs.map((pair) => [pair.after, pair.before]))
  const now = after.columns.map((column) => {
    const was = earlier.get(column)
    return { before: was ? figuresOf(was) : null, after: figuresOf(column) }
  })
  return {
    rows: { before: before.rows, after: after.rows },
    columns: [...now, ...removed.map((column) => ({ before: figuresOf(column), after: null }))],
  }
}
