import type { SomeEditKind } from './edit.ts'
import { addTile } from './edits/add-tile.ts'
import { changeTile } from './edits/change-tile.ts'
import { moveTile } from './edits/move-tile.ts'
import { removeTile } from './edits/remove-tile.ts'
import { renameDashboard } from './edits/rename-dashboard.ts'
import { renameTile } from './edits/rename-tile.ts'
import { setFilters } from './edits/set-filters.ts'

/** Every change a dashboard can undergo. A new one is one file and one line here. */
export const edits = {
  'add-tile': addTile,
  'remove-tile': removeTile,
  'move-tile': moveTile,
  'rename-tile': renameTile,
  'change-tile': changeTile,
  'rename-dashboard': renameDashboard,
  'set-filters': setFilters,
} as const satisfies Record<string, SomeEditKind>
export type EditType = keyof typeof edits
