import type { Field } from '../table/table.ts'
import type { ColumnProfiler } from './column-findings.ts'
import { NumberProfiler } from './number-profiler.ts'
import { TextProfiler } from './text-profiler.ts'

/** Maximum distinct values counted exactly per column; columns share the memory. */
function exactLimits(columns: number): { readonly numbers: number; readonly texts: number } {
  const share = (budget: number, least: number, most: number): number =>
    Math.max(least, Math.min(most, Math.floor(budget / Math.max(1, columns))))
  return { numbers: share(1 << 19, 1 << 10, 1 << 16), texts: share(1 << 18, 1 << 9, 1 << 15) }
}

/** The profiler of a column in a table of `columns` columns. */
export function columnProfiler({ type }: Field, columns: number): ColumnProfiler {
  const limits = exactLimits(columns)
  return type === 'text' ? new TextProfiler(limits.texts) : new NumberProfiler(type, limits.numbers)
}
