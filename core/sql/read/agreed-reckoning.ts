import type { Reckoning } from '../../query/calendar/calendar.ts'
import type { TextRange } from '../gate/refused.ts'
import { noCounterpart } from './unread.ts'

/** The week and year rules of a whole Query; all its time grains must agree. */
export class AgreedReckoning {
  #weekStart: Reckoning['weekStart'] | null = null
  #fiscalYearStart: number | null = null

  take(
    { weekStart, fiscalYearStart }: { readonly [Key in keyof Reckoning]: Reckoning[Key] | null },
    place: TextRange,
  ): void {
    this.#weekStart = agreed(this.#weekStart, weekStart, place)
    this.#fiscalYearStart = agreed(this.#fiscalYearStart, fiscalYearStart, place)
  }

  get reckoning(): Reckoning {
    return { weekStart: this.#weekStart ?? 'monday', fiscalYearStart: this.#fiscalYearStart ?? 1 }
  }
}

function agreed<Value>(known: Value | null, found: Value | null, place: TextRange): Value | null {
  if (known !== null && found !== null && known !== found)
    noCounterpart(place, 'Counting weeks or years in two ways', 'Begin them all on the same day or month.')
  return known ?? found
}
