import { compareText } from '../../table/compare-text.ts'
import type { Column, ColumnType, TextColumn } from '../../table/table.ts'
import { grow } from '../grow.ts'
import { type Accumulator, stateColumn, numberResult, numbersIn, numbersOf } from './aggregate.ts'
import { textResult } from './text-result.ts'

/** A group's minimum or maximum; null for an empty group. Text is ordered by code point. */
export const extreme = (type: ColumnType, which: 'min' | 'max'): Accumulator =>
  type === 'text' ? extremeText(which) : extremeNumber(which)

function extremeNumber(which: 'min' | 'max'): Accumulator {
  let best = new Float64Array(0)
  const improve = which === 'min' ? lower : raise
  return {
    add: (batch) => {
      best = grow(best, batch.size, Number.NaN)
      improve(best, batch.groups, numbersIn(batch))
    },
    partialState: {
      exportState: (size) => [stateColumn(grow(best, size, Number.NaN).slice(0, size))],
      mergeState: ([known], groups, size) => {
        best = grow(best, size, Number.NaN)
        improve(best, groups, numbersOf(known))
      },
    },
    finish: numberResult((group) => best[group] ?? Number.NaN),
  }
}

function lower(best: Float64Array, groups: Int32Array, values: Float64Array): void {
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] as number
    const value = values[row] as number
    const known = best[group] as number
    if (value < known || known !== known) best[group] = value
  }
}

function raise(best: Float64Array, groups: Int32Array, values: Float64Array): void {
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] as number
    const value = values[row] as number
    const known = best[group] as number
    if (value > known || known !== known) best[group] = value
  }
}

function extremeText(which: 'min' | 'max'): Accumulator {
  const best: (string | null)[] = []
  const sign = which === 'min' ? 1 : -1
  const improve = (column: Column | null | undefined, groups: Int32Array, size: number): void => {
    if (column?.type !== 'text') throw new Error('Text is expected')
    while (best.length < size) best.push(null)
    improveText(best, groups, { ...column, sign })
  }
  return {
    add: ({ groups, size, column }) => improve(column, groups, size),
    partialState: {
      exportState: (size) => [textResult('', best, size)],
      mergeState: ([known], groups, size) => improve(known, groups, size),
    },
    finish: (size, { name }) => textResult(name, best, size),
  }
}

function improveText(
  best: (string | null)[],
  groups: Int32Array,
  { codes, dictionary, sign }: TextColumn & { readonly sign: number },
): void {
  // Code of the group's best text in this dictionary; rows that repeat it need no comparison.
  const seen = new Int32Array(best.length).fill(-1)
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] as number
    const code = codes[row] as number
    if (code < 0 || code === seen[group]) continue
    const text = dictionary[code] as string
    const known = best[group] ?? null
    if (known !== null && compareText(text, known) * sign >= 0) continue
    best[group] = text
    seen[group] = code
  }
}
