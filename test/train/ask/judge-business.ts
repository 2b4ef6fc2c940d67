/** The rules of score_business.py, as far as learning needs them: the rows asked for, at most two columns more. */
type Cell = string | number | boolean | null
export type BusinessGold = {
  readonly id: string
  readonly table_csv: string
  readonly question: string
  readonly kind: string
  readonly expect?: string
  readonly gold_rows?: readonly (readonly Cell[])[]
  readonly accept?: readonly (readonly (readonly Cell[])[])[]
  readonly percent?: boolean
  readonly label?: boolean
  readonly max_extra?: number
}
export type Shown = { readonly rows: readonly Readonly<Record<string, unknown>>[]; readonly values: readonly unknown[] }

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const months = 'january february march april may june july august september october november december'.split(' ')

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string' || !/^[+-]?[\d,]*\.?\d+$/.test(value.trim())) return null
  return Number(value.replace(/,/g, ''))
}

const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-3 * Math.max(Math.abs(a), Math.abs(b)) || Math.abs(a - b) < 1e-9

function sameNumber(gold: number, shown: number, isPercent: boolean): boolean {
  if (Number.isInteger(gold) && Number.isInteger(shown) && Math.abs(gold) < 1e6 && !isPercent) return gold === shown
  return [shown, ...(isPercent ? [shown / 100, shown * 100] : [])].some((one) => isNear(gold, one))
}

/** `2015-Q3`, `2015-07` and `2015-07-01` begin on one day. */
function dayOf(text: string): string | null {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text)
  if (quarter) return `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:T00:00:00.*)?$/.exec(text)
  return match ? `${match[1]}-${match[2]}-${match[3] ?? '01'}` : null
}

const flags = new Map([
  ['yes', 1],
  ['true', 1],
  ['no', 0],
  ['false', 0],
])

const lower = (value: unknown): string =>
  String(value)
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')

function sameAsNumber(gold: number, shown: unknown, isPercent: boolean): boolean {
  const number = numberOf(typeof shown === 'boolean' ? Number(shown) : shown)
  if (number !== null) return sameNumber(gold, number, isPercent)
  const text = lower(shown)
  return flags.get(text) === gold || text === `${gold}-01-01` || text === String(gold)
}

/** The place of a day of the week or a month in its list, from 1; null for other words. */
function placeOf(word: string): number | null {
  const at = days.includes(word) ? days.indexOf(word) : months.indexOf(word)
  return at === -1 ? null : at + 1
}

function sameAsText(gold: string, shown: unknown): boolean {
  const [day, number] = [dayOf(gold), numberOf(shown)]
  if (lower(gold) === lower(shown)) return true
  if (day !== null) return day === dayOf(String(shown))
  return number !== null && (placeOf(lower(gold)) ?? numberOf(gold)) === number
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === ''

function sameCell(gold: Cell, shown: unknown, isPercent: boolean): boolean {
  if (gold === null || isNothing(shown)) return gold === null && isNothing(shown)
  return typeof gold === 'string' ? sameAsText(gold, shown) : sameAsNumber(Number(gold), shown, isPercent)
}

function sameRow(gold: readonly Cell[], shown: readonly unknown[], isPercent: boolean): boolean {
  const free = new Set(shown.keys())
  return gold.every((cell) => {
    const at = [...free].find((place) => sameCell(cell, shown[place], isPercent))
    if (at !== undefined) free.delete(at)
    return at !== undefined
  })
}

function sameRows(
  gold: readonly (readonly Cell[])[],
  shown: readonly (readonly unknown[])[],
  told: BusinessGold,
): boolean {
  if (gold.length !== shown.length) return false
  if (gold.length === 0) return true
  if ((shown[0]?.length ?? 0) - (gold[0]?.length ?? 0) > (told.max_extra ?? 2)) return false
  const free = new Set(shown.keys())
  return gold.every((row) => {
    const at = [...free].find((place) => sameRow(row, shown[place] ?? [], told.percent === true))
    if (at !== undefined) free.delete(at)
    return at !== undefined
  })
}

function oneNumber(gold: number, { rows, values }: Shown, told: BusinessGold): boolean {
  const [row, ...others] = rows
  const numbers = row ? Object.values(row).filter((value) => typeof value === 'number') : []
  if (others.length === 0 && numbers.length === 1 && sameCell(gold, numbers[0], told.percent === true)) return true
  return values.length === 1 && sameCell(gold, values[0], told.percent === true)
}

function isOneNumber(gold: BusinessRows): boolean {
  const [row, ...more] = gold
  return more.length === 0 && row?.length === 1 && typeof row[0] === 'number'
}

type BusinessRows = readonly (readonly Cell[])[]

function matches(gold: BusinessRows, shown: Shown, told: BusinessGold): boolean {
  if (isOneNumber(gold) && !told.label) return oneNumber(Number(gold[0]?.[0]), shown, told)
  const rows = shown.rows.map((row) => Object.values(row))
  if (rows.length > 0 && sameRows(gold, rows, told)) return true
  const values = shown.values.map((value) => [value])
  return gold[0]?.length === 1 && values.length > 0 && sameRows(gold, values, told)
}

/** Are these the rows that the question asks for, or others that are accepted? Refusing is judged elsewhere. */
export const isRightForBusiness = (shown: Shown, told: BusinessGold): boolean =>
  told.expect !== 'abstain' && [told.gold_rows ?? [], ...(told.accept ?? [])].some((gold) => matches(gold, shown, told))
