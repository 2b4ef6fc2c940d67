import { z } from 'zod'

/** What a column can be in a chart. A chart type takes some of these. */
const channelIds = ['x', 'y', 'colour', 'size', 'facet', 'label', 'target'] as const
export type ChannelId = (typeof channelIds)[number]

const columns = z.array(z.string().max(300)).max(50).readonly().optional()

const channels = z.object({
  x: columns,
  y: columns,
  colour: columns,
  size: columns,
  facet: columns,
  label: columns,
  target: columns,
} satisfies Record<ChannelId, z.ZodType>)
/** The result columns in each channel, by name. */
export type Channels = { readonly [Id in ChannelId]?: readonly string[] | undefined }

/** A value of a setting; each chart type has a schema of its own for them. */
const setting = z.union([z.string().max(300), z.number(), z.boolean(), z.null()])
/** Settings as a spec holds them, whatever its type. */
export const chartSettings = z.object({}).catchall(setting).default({})
export type Settings = Readonly<Record<string, z.infer<typeof setting>>>

/** As specs were written while a chart had an x, some y and a series. */
const former = z.object({
  type: z.unknown(),
  x: z.string().nullish(),
  y: z.array(z.string()).nullish(),
  series: z.string().nullish(),
})

const list = (name: string | null | undefined): string[] | undefined => (name ? [name] : undefined)

/** Rewrites a spec saved in the former shape; passes on anything else. */
function migrate(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || 'channels' in value) return value
  if (!('x' in value || 'y' in value || 'series' in value)) return value
  const read = former.safeParse(value)
  if (!read.success) return value
  const { type, x, y, series } = read.data
  return { type, channels: { x: list(x), y: y ?? undefined, colour: list(series) } }
}

const shape = z.object({
  type: z.string().max(40),
  channels: channels.default({}),
  /** Checked by the chart type's own schema; empty: everything by default. */
  settings: chartSettings,
  /** Why this chart stands in place of the one that was asked for, in a sentence. */
  remark: z.string().max(300).optional(),
})

/**
 * How to show a Query's result: a chart type, which of the result's columns stand in which channel, and settings.
 * The type is an id of the chart registry, checked against it where specs enter.
 */
export const chartSpec = z.preprocess(migrate, shape).meta({ type: 'object' })
export type ChartSpec = {
  readonly type: string
  readonly channels: Channels
  readonly settings: Settings
  readonly remark?: string | undefined
}

type Given = { readonly [Id in ChannelId]?: string | null | undefined | readonly string[] }

/** A spec; a channel may be given as one name, and empty ones are left out. */
export function specOf(type: string, given: Given = {}, settings: Settings = {}): ChartSpec {
  const lists = channelIds.flatMap((id) => {
    const value = given[id]
    const names = typeof value === 'string' ? [value] : (value ?? [])
    return names.length > 0 ? [[id, [...names]] as const] : []
  })
  return { type, channels: Object.fromEntries(lists), settings }
}

/** The columns in a channel. */
export const namesIn = ({ channels }: Pick<ChartSpec, 'channels'>, id: ChannelId): readonly string[] =>
  channels[id] ?? []

/** The first column in a channel; null where it is empty. */
export const nameIn = (spec: Pick<ChartSpec, 'channels'>, id: ChannelId): string | null => namesIn(spec, id)[0] ?? null

/** Every column that a spec names. */
export const namesOf = (spec: Pick<ChartSpec, 'channels'>): readonly string[] =>
  channelIds.flatMap((id) => namesIn(spec, id))

/** The channel that a column stands in; null where it stands in none. */
export const channelOf = (spec: ChartSpec, name: string): ChannelId | null =>
  channelIds.find((id) => namesIn(spec, id).includes(name)) ?? null
