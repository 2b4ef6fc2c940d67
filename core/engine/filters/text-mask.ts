import { type Scalar, unresolved, type ValueFilter } from '../../query/filter.ts'
import { compareText } from '../../table/compare-text.ts'
import type { TextColumn } from '../../table/table.ts'
import type { Mask } from './mask.ts'

/** Compares text: evaluates once per distinct text, then looks up per row. */
export function textMask(filter: ValueFilter): (column: TextColumn) => Mask {
  if (filter.op === 'isNull') return nullMask
  const passes = textTest(filter)
  let last: { readonly dictionary: readonly string[]; readonly passing: Uint8Array } | null = null
  return ({ codes, dictionary }) => {
    if (last?.dictionary !== dictionary) last = { dictionary, passing: passingCodes(dictionary, passes) }
    return lookUp(codes, last.passing)
  }
}

/** One entry per code, preceded by an entry for null, which never passes. */
function passingCodes(dictionary: readonly string[], passes: (text: string) => boolean): Uint8Array {
  const passing = new Uint8Array(dictionary.length + 1)
  for (let code = 0; code < dictionary.length; code++) passing[code + 1] = passes(dictionary[code] as string) ? 1 : 0
  return passing
}

function lookUp(codes: Int32Array, passing: Uint8Array): Mask {
  const mask = new Uint8Array(codes.length)
  for (let row = 0; row < codes.length; row++) mask[row] = passing[(codes[row] as number) + 1] as number
  return mask
}

function nullMask({ codes }: TextColumn): Mask {
  const mask = new Uint8Array(codes.length)
  for (let row = 0; row < codes.length; row++) mask[row] = (codes[row] as number) < 0 ? 1 : 0
  return mask
}

function textTest(filter: Exclude<ValueFilter, { readonly op: 'isNull' }>): (text: string) => boolean {
  switch (filter.op) {
    case 'in': {
      const values = new Set<Scalar>(filter.values)
      return (text) => values.has(text)
    }
    case 'contains': {
      const wanted = filter.text.toLowerCase()
      return (text) => text.toLowerCase().includes(wanted)
    }
    case 'startsWith': {
      const wanted = filter.text.toLowerCase()
      return (text) => text.toLowerCase().startsWith(wanted)
    }
    case 'endsWith': {
      const wanted = filter.text.toLowerCase()
      return (text) => text.toLowerCase().endsWith(wanted)
    }
    case 'relative':
    case 'against':
      throw unresolved(filter)
    default:
      return orderTest(filter)
  }
}

function orderTest(
  filter: Extract<ValueFilter, { readonly op: keyof typeof orders | 'between' }>,
): (text: string) => boolean {
  if (filter.op === 'between') {
    const [from, to] = [String(filter.from), String(filter.to)]
    return (text) => compareText(text, from) >= 0 && compareText(text, to) <= 0
  }
  const value = String(filter.value)
  const order = orders[filter.op]
  return (text) => order(compareText(text, value))
}

const orders = {
  less: (order: number) => order < 0,
  lessOrEqual: (order: number) => order <= 0,
  greater: (order: number) => order > 0,
  greaterOrEqual: (order: number) => order >= 0,
}
