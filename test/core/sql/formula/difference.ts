import type { Zone } from '#core/query/calendar/zone.ts'
import type { Table } from '#core/table/table.ts'
import type { Database } from '../../../support/databases/database.ts'
import { computed, differenceOf, type Judge, judged, statementOf, typed } from './compare.ts'

/** Longer ones, made of zones within zones, only take a database's time. */
const longest = 40_000

/** What is known to differ, and told in the rules: SQLite knows the case of A to Z alone. */
const asWritten = (formula: string, { dialect }: Database): string =>
  dialect.text.lowersOnlyAscii ? formula.replaceAll('ë', 'e').replaceAll('é', 'e') : formula

/** As [F11] says, some databases refuse to overflow; and the browser's engine refuses what would not fit in its memory. */
const refuses = (error: unknown): boolean =>
  error instanceof Error && /out of range|needs more memory/.test(error.message)

type Asked = { readonly judge: Judge; readonly zone: Zone }

/** What a database computes otherwise than the engine, in words; null where they agree. */
export async function formulaDifference(text: string, table: Table, { judge, zone }: Asked): Promise<string | null> {
  const formula = typed(asWritten(text, judge.database))
  if (statementOf([formula], judge, zone).text.length > longest) return null
  const [ours = []] = computed([formula], table, zone)
  try {
    const [theirs = []] = await judged([formula], judge, zone)
    const found = differenceOf(ours, theirs)
    return found && JSON.stringify(found)
  } catch (error) {
    if (refuses(error)) return null
    throw new Error(`${text} in ${zone.name}`, { cause: error })
  }
}
