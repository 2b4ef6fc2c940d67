import type { TextColumn } from '../../table/table.ts'
import type { ColumnBuilder } from './column-builder.ts'
import type { ColumnPlan } from './column-plan.ts'
import { nullTokenKind } from './null-token.ts'
import { TextDictionary } from './text-dictionary.ts'

const isNa = (bytes: Uint8Array, start: number, end: number): boolean =>
  end - start === 2 && bytes[start] === 78 && bytes[start + 1] === 65

/** Builds text as dictionary codes; a null token becomes no entry. */
export function textBuilder(
  name: string,
  plan: Extract<ColumnPlan, { type: 'text' }>,
  batchRows: number,
): ColumnBuilder {
  const isNull = (bytes: Uint8Array, start: number, end: number): boolean =>
    plan.nulls === 'tokens' &&
    nullTokenKind(bytes, start, end) === 'always' &&
    !(plan.keepsNa && isNa(bytes, start, end))
  const dictionary = new TextDictionary(isNull)
  let codes = new Int32Array(batchRows)
  return {
    append: ({ block, column, from, to }, at) => {
      const { bytes, starts, ends, width } = block
      let cell = from * width + column
      for (let row = at; row < at + to - from; row++, cell += width) {
        const start = starts[cell] ?? -1
        const end = ends[cell] ?? -1
        codes[row] = start >= end ? -1 : dictionary.codeOf(bytes, start, end)
      }
    },
    finish: (rows): TextColumn => {
      const finished = rows === codes.length ? codes : codes.slice(0, rows)
      if (rows === codes.length) codes = new Int32Array(batchRows)
      return { name, type: 'text', codes: finished, dictionary: dictionary.take() }
    },
  }
}
