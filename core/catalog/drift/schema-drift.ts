import type { ColumnProfile } from '../../profile/profile.ts'
import type { ColumnType } from '../../table/table.ts'
import type { Drift } from './drift.ts'
import { isSameFamily, type Matched, type Pair } from './match-columns.ts'

const typeWords: Readonly<Record<ColumnType, string>> = {
  boolean: 'yes or no',
  integer: 'whole numbers',
  decimal: 'numbers',
  date: 'dates',
  timestamp: 'dates and times',
  duration: 'durations',
  text: 'text',
}

function renamed({ before, after }: Pair): readonly Drift[] {
  if (before.name === after.name) return []
  const text = `“${before.name}” is gone. “${after.name}” looks like it under another name.`
  return [{ kind: 'renamed', severity: 'break', column: before.name, to: after.name, text }]
}

/** Integers that became decimals, and dates that became timestamps, still answer the same questions. */
function retyped({ before, after }: Pair): readonly Drift[] {
  if (before.type === after.type) return []
  const severity = isSameFamily(before.type, after.type) ? 'note' : 'break'
  const text = `“${after.name}” held ${typeWords[before.type]} and holds ${typeWords[after.type]} now.`
  return [{ kind: 'retyped', severity, column: before.name, text }]
}

function ofUnit({ before, after }: Pair): readonly Drift[] {
  const [was, is] = [before.unit ?? null, after.unit ?? null]
  if (was === is || !isSameFamily(before.type, after.type)) return []
  const said = (unit: string | null): string => (unit === null ? 'no unit' : `“${unit}”`)
  const text = `“${after.name}” had ${said(was)} and has ${said(is)} now.`
  return [{ kind: 'unit', severity: 'warning', column: before.name, text }]
}

const added = ({ name }: ColumnProfile): Drift => ({
  kind: 'added',
  severity: 'note',
  column: name,
  text: `“${name}” is new.`,
})

const removed = ({ name }: ColumnProfile): Drift => ({
  kind: 'removed',
  severity: 'break',
  column: name,
  text: `“${name}” is gone.`,
})

/** Differences in columns, types and units. */
export const schemaDrift = ({ pairs, added: come, removed: gone }: Matched): readonly Drift[] => [
  ...gone.map(removed),
  ...pairs.flatMap((pair) => [...renamed(pair), ...retyped(pair), ...ofUnit(pair)]),
  ...come.map(added),
]
