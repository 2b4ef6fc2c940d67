import { forEachChange } from './figures.ts'
import type { CleaningLog } from './log.ts'
import type { Recipe } from './recipe.ts'
import { type CleanedRows, cleanRows } from './run-recipe.ts'
import type { CleanField, Rows } from './rows.ts'
import { textOfCell } from './values/cell-text.ts'

/** A cell before and after. `odd`: its text does not fit its column. */
export type PreviewCell = {
  readonly before: string | null
  readonly after: string | null
  readonly isChanged: boolean
  readonly isOdd: boolean
}

/** A row that the recipe changes or removes. */
type PreviewRow = { readonly row: number; readonly isRemoved: boolean; readonly cells: readonly PreviewCell[] }

/** A recipe's effect on some rows. */
export type Preview = {
  readonly columns: readonly (CleanField & { readonly isAdded: boolean })[]
  readonly rows: readonly PreviewRow[]
  readonly log: CleaningLog
  /** The columns before each step, which its settings may name. */
  readonly fieldsAt: readonly (readonly CleanField[])[]
}

/** Rows of a batch that changed or disappeared. */
function touchedIn(before: Rows, after: Rows): ReadonlySet<number> {
  const touched = new Set<number>()
  for (let [row, to] = [0, 0]; row < before.count; row++) {
    if (before.origins[row] === after.origins[to]) to++
    else touched.add(row)
  }
  forEachChange(before, after, (_, __, from) => touched.add(from))
  return touched
}

function previewRow(before: Rows, after: Rows, row: number, to: number): PreviewRow {
  const former = new Map(before.columns.map((cells) => [cells.column.name, cells]))
  const cells = after.columns.map((now): PreviewCell => {
    const had = former.get(now.column.name)
    const text = had === undefined ? null : textOfCell(had, row)
    if (to < 0) return { before: text, after: null, isChanged: false, isOdd: false }
    const holds = textOfCell(now, to)
    const isOdd = now.odd.has(to)
    return {
      before: text,
      after: holds,
      isChanged: had !== undefined && (text !== holds || isOdd !== had.odd.has(row)),
      isOdd,
    }
  })
  return { row: before.origins[row] ?? row, isRemoved: to < 0, cells }
}

/** A row's position after the recipe, −1 if removed; rows keep their order. */
function placeAfter({ origins }: Rows, origin: number): number {
  let [low, high] = [0, origins.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((origins[middle] ?? 0) < origin) low = middle + 1
    else high = middle
  }
  return origins[low] === origin ? low : -1
}

/** The first changed rows; the first rows if nothing changed. */
function previewRows(loaded: readonly Rows[], cleaned: CleanedRows, most: number): PreviewRow[] {
  const rows: PreviewRow[] = []
  for (const [index, before] of loaded.entries()) {
    const after = cleaned.rows[index]
    if (after === undefined || rows.length >= most) break
    const touched = [...touchedIn(before, after)].sort((a, b) => a - b).slice(0, most - rows.length)
    if (touched.length === 0) continue
    for (const row of touched) rows.push(previewRow(before, after, row, placeAfter(after, before.origins[row] ?? -1)))
  }
  const [first] = loaded
  const [after] = cleaned.rows
  if (rows.length > 0 || first === undefined || after === undefined) return rows
  return Array.from({ length: Math.min(most, first.count) }, (_, row) => previewRow(first, after, row, row))
}

/** Applies a recipe to rows in memory and returns rows before and after. */
export async function previewRecipe(
  recipe: Recipe,
  fields: readonly CleanField[],
  loaded: readonly Rows[],
  maxRows = 100,
): Promise<Preview> {
  const cleaned = await cleanRows(recipe, fields, loaded)
  const had = new Set(fields.map(({ name }) => name))
  return {
    columns: cleaned.fields.map((field) => ({ ...field, isAdded: !had.has(field.name) })),
    rows: previewRows(loaded, cleaned, maxRows),
    log: cleaned.log,
    fieldsAt: cleaned.fieldsAt,
  }
}
