import type { ChannelId, Channels } from './chart-spec.ts'
import type { Channel, ChartData, FieldKind } from './chart.ts'
import { isNumeric, resultColumns, type ResultColumn } from './result-columns.ts'

/** A column by name, and what it is to a channel. */
export type FieldOf = { readonly name: string; readonly kind: FieldKind }

/** What a result column is to a channel; a measure that is no number is a value. */
function fieldKind({ part, column }: ResultColumn): FieldKind {
  if (part.kind === 'listed') return isNumeric(column) ? 'number' : 'value'
  return part.kind === 'measure' && !isNumeric(column) ? 'value' : part.kind
}

/** The columns of a result, as channels see them. */
export const fieldsOf = (data: ChartData): readonly FieldOf[] =>
  resultColumns(data).map((column) => ({ name: column.name, kind: fieldKind(column) }))

/** The best kind first, and of one kind in the order of the result. */
function bestFor({ accepts, most }: Channel, free: readonly FieldOf[]): readonly FieldOf[] {
  const fitting = free.filter(({ kind }) => accepts.includes(kind))
  const ranked = most === 1 ? [...fitting].sort((a, b) => accepts.indexOf(a.kind) - accepts.indexOf(b.kind)) : fitting
  return ranked.slice(0, most)
}

/** Puts columns into channels, those that must be filled before the others. */
export function assign(channels: readonly Channel[], fields: readonly FieldOf[]): Channels {
  let left = fields
  const given: Partial<Record<ChannelId, string[]>> = {}
  const ordered = [...channels.filter(({ isRequired }) => isRequired), ...channels.filter((each) => !each.isRequired)]
  for (const channel of ordered) {
    const taken = bestFor(channel, left)
    if (taken.length > 0) given[channel.id] = taken.map(({ name }) => name)
    left = left.filter((field) => !taken.includes(field))
  }
  return given
}
