import { type ReadonlySignal, signal } from '@preact/signals'
import type { ChartSpec } from '#core/charts/chart.ts'
import { addField, moveTo, type Place, removeAt } from '#core/explore/edits.ts'
import type { ShelfId } from '#core/explore/exploration.ts'
import { type Field, naturalShelf } from '#core/explore/fields.ts'
import type { Profile } from '#core/profile/profile.ts'
import type { Filter } from '#core/query/filter.ts'
import type { Query } from '#core/query/query.ts'
import { createDrag, type Held, type Target } from './drag.ts'
import type { Outcome } from '../../transport.ts'
import type { Explore } from './model.ts'
import type { WrittenSql } from './sql-dialog.tsx'
import { dimensionText, shelfWords, valueText } from './words.ts'

/** A Query to pin to a dashboard. */
type Kept = { readonly title: string; readonly query: Query; readonly chart: ChartSpec | null }

/** Ports of the screen. */
export type ScreenPorts = {
  readonly profile: ReadonlySignal<Profile | null>
  readonly pin: (kept: Kept) => Promise<boolean>
  /** The statements for each database. */
  readonly writeSql: (query: Query) => Promise<Outcome<readonly WrittenSql[]>>
  /** Opens SQL in the editor. */
  readonly openSql: (sql: string) => void
  /** Opens the rows that pass these filters in the dataset's grid. */
  readonly openRows: (filters: readonly Filter[]) => void
}

const nextShelf: Record<ShelfId, Record<'up' | 'down', ShelfId>> = {
  rows: { up: 'values', down: 'columns' },
  columns: { up: 'rows', down: 'values' },
  values: { up: 'columns', down: 'rows' },
}

/** Operations of the screen by pointer and keyboard. */
export function createScreen(explore: Explore, ports: ScreenPorts) {
  /** The chip to focus after the next render. */
  const focus = signal<Place | null>(null)
  /** The column of a new filter; null if none is being created. */
  const filtering = signal<string | null>(null)
  const { model } = explore

  const chipText = ({ shelf, at }: Place): string => {
    const asked = explore.asked.peek()
    if (shelf === 'values') {
      const value = asked.values[at]
      return value ? valueText(value, model) : ''
    }
    const dimension = asked[shelf][at]
    return dimension ? dimensionText(dimension, model) : ''
  }

  function add(field: Field, shelf: ShelfId | 'filters' = naturalShelf(field), at?: number): void {
    if (shelf === 'filters') {
      if (field.kind === 'column') filtering.value = field.column.name
      return
    }
    const next = addField(explore.asked.peek(), field, { shelf, ...(at === undefined ? {} : { at }) })
    const where = shelfWords[shelf].toLowerCase()
    explore.change(next, `${field.label} added to ${where}.`, `${field.label} cannot stand in ${where} once more.`)
  }

  function move(from: Place, to: Place): void {
    const text = chipText(from)
    const next = moveTo(explore.asked.peek(), from, to, model)
    const where = shelfWords[to.shelf].toLowerCase()
    const at = next ? Math.min(to.at, next[to.shelf].length - 1) : to.at
    const said = next ? `${text} moved: ${where}, ${at + 1} of ${next[to.shelf].length}.` : ''
    if (explore.change(next, said, `${text} cannot stand in ${where}.`)) focus.value = { shelf: to.shelf, at }
  }

  function remove(place: Place): void {
    const text = chipText(place)
    const next = removeAt(explore.asked.peek(), place)
    explore.change(next, `${text} removed.`)
    focus.value = { shelf: place.shelf, at: Math.max(0, Math.min(place.at, next[place.shelf].length - 1)) }
  }

  /** Moves a chip along its shelf, or to the shelf above or below; stops at the ends. */
  function shift(place: Place, way: 'left' | 'right' | 'up' | 'down'): void {
    if (way === 'up' || way === 'down') {
      const shelf = nextShelf[place.shelf][way]
      return move(place, { shelf, at: explore.asked.peek()[shelf].length })
    }
    const at = place.at + (way === 'left' ? -1 : 1)
    if (at >= 0 && at < explore.asked.peek()[place.shelf].length) move(place, { shelf: place.shelf, at })
  }

  function drop(held: Held, target: Target): void {
    if ('field' in held) {
      if (target.shelf === 'filters') add(held.field, 'filters')
      else if (target.shelf !== 'away') add(held.field, target.shelf, target.at)
      return
    }
    if (target.shelf === 'away') return remove(held.from)
    if (target.shelf === 'filters') return
    const isLater = target.shelf === held.from.shelf && target.at > held.from.at
    move(held.from, { shelf: target.shelf, at: target.at - (isLater ? 1 : 0) })
  }

  return { ...ports, explore, model, focus, filtering, drag: createDrag(drop), add, remove, shift, chipText }
}
export type Screen = ReturnType<typeof createScreen>
