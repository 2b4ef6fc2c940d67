import { kindOf } from './detect-header.ts'
import { filledIn, fullRecords, type OutlinedTable, tailFrom, widthOf } from './find-tables.ts'
import type { OutlinedRecord, Run } from './outline.ts'

const mostFooters = 50
const notes = /^\W*(notes?|sources?|footnotes?|remarks?|legend|quelle|fuente|nota|copyright)\b|^[*†‡©[(]/iu
const totals =
  /(^|\P{L})(totals?|subtotals?|sums?|summe|gesamt(summe)?|insgesamt|somme|totale?s?|totaux|suma|razem|итого|всего|合计|总计|合計|総計)(\P{L}|$)/iu
const averages = /(^|\P{L})(averages?|avg|means?|durchschnitt|mittelwert|moyennes?|medias?|promedio|среднее)(\P{L}|$)/iu

/** A remark below the table: one cell, or one line, of words. */
function isFooter(run: Run, width: number, keys: boolean): boolean {
  if (run.records > mostFooters || width < 2) return false
  const isNarrow = run.cells === 1 ? width > 2 || run.isAfterGap : run.isAfterGap && run.cells * 3 <= width
  if (run.kind !== 'sparse' && !isNarrow) return false
  return run.first.every(({ cells }) => {
    const [text = ''] = filledIn(cells)
    if (cells.some((cell) => kindOf(cell) === 'value')) return false
    // Words in a later column go on what stands above them.
    const isSentence = text.length > 20 && text.includes(' ') && (cells[0] ?? '').trim() !== ''
    const isRemark = notes.test(text) || isSentence
    return isRemark || (isNarrow && !keys) || run.isAfterGap
  })
}

/** A record that is no row if its numbers are the sums or the means of those above it, as its name says; without one, all its sums. */
export type PossibleTotal = OutlinedRecord & { readonly expects: 'sums' | 'means' | 'only sums' }

/** What a record is called, or that it holds nothing but values where the rows above have words first; null for a row. */
function possibleTotal(record: OutlinedRecord, usual: OutlinedRecord | undefined): PossibleTotal | null {
  const own = filledIn(record.cells)
  const kinds = own.map(kindOf)
  if (!kinds.includes('value')) return null
  const words = own.filter((_, at) => kinds[at] === 'text')
  if (words.some((text) => totals.test(text))) return { ...record, expects: 'sums' }
  if (words.some((text) => averages.test(text))) return { ...record, expects: 'means' }
  const isNameless = (record.cells[0] ?? '').trim() === '' && kindOf(usual?.cells[0] ?? '') === 'text'
  return words.length === 0 && isNameless ? { ...record, expects: 'only sums' } : null
}

/** The remarks at the end of a table: the line on which they begin; null where there are none. */
export function remarksLine({ runs }: OutlinedTable): number | null {
  return runs[footerFrom(runs, widthOf(runs))]?.line ?? null
}

/** Records of nothing but delimiters. */
const isBlank = ({ kind, cells }: Run): boolean => kind === 'empty' && cells > 1

/** The first run of the remarks at the end, or of the empty cells there. */
function footerFrom(runs: readonly Run[], width: number): number {
  let from = runs.length
  for (const [at, run] of [...runs.entries()].slice(1).toReversed()) {
    if (!mayEnd(run, runs.slice(0, at), width)) break
    if (run.kind !== 'empty') from = at
  }
  // One blank record at the very end may be a row of nothing.
  if (from === runs.length && (runs.at(-1)?.records ?? 0) < 2) return from
  return tailFrom(runs, from, isBlank)
}

/** May a run be of the footer: a remark unlike any row above it, or empty cells before or after one? */
const mayEnd = (run: Run, above: readonly Run[], width: number): boolean =>
  run.kind === 'empty' || isFooter(run, width, isLikeOthers(run, above))

/** Are there rows like this one above too? */
const isLikeOthers = ({ cells, kind }: Run, above: readonly Run[]): boolean =>
  above.some((run) => run.cells === cells && run.kind === kind)

/** Below so few records, the header among them, one that is called total may well be one of them. */
const fewestRecords = 4

/** The records above the remarks that may hold what the rows above add up to, in their order; their numbers decide. */
export function possibleTotals({ runs: all }: OutlinedTable): readonly PossibleTotal[] {
  const width = widthOf(all)
  const runs = all.slice(0, footerFrom(all, width))
  if (fullRecords(runs) < fewestRecords || width < 2) return []
  const usual = runs.find(({ kind }) => kind === 'full')?.first[1]
  const found: PossibleTotal[] = []
  for (const run of runs.toReversed().filter(({ kind }) => kind !== 'empty')) {
    for (const record of run.last.toReversed()) {
      const possible = possibleTotal(record, usual)
      if (possible === null) return found.toReversed()
      found.push(possible)
    }
    if (run.records > run.last.length) break
  }
  return found.toReversed()
}
