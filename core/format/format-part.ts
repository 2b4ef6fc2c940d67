import type { DatePart } from '../semantic/vocabulary.ts'
import { shortMonths } from '../table/months.ts'

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** Formats a part of moments: `Mon`, `Mar`, `Q2`, `09:00`; days and weeks as numbers. */
export function formatPart(value: number, part: DatePart): string {
  switch (part) {
    case 'dayOfWeek':
      return days[value - 1] ?? String(value)
    case 'monthOfYear':
      return shortMonths[value - 1] ?? String(value)
    case 'quarterOfYear':
      return `Q${value}`
    case 'hourOfDay':
      return `${String(value).padStart(2, '0')}:00`
    case 'dayOfMonth':
    case 'dayOfYear':
    case 'weekOfYear':
      return String(value)
  }
}
