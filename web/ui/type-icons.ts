import { Calendar, CalendarClock, Hash, type IconNode, Timer, ToggleLeft, Type } from 'lucide'
import type { ColumnType } from '#core/table/table.ts'

/** Icon of each column type. */
export const typeIcons: Record<ColumnType, IconNode> = {
  boolean: ToggleLeft,
  integer: Hash,
  decimal: Hash,
  date: Calendar,
  timestamp: CalendarClock,
  duration: Timer,
  text: Type,
}
