import { calendarOf } from '#core/query/calendar/calendar.ts'
import { weekDays } from '#core/semantic/vocabulary.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Choice } from './choice.tsx'
import type { Screen } from './screen.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const months = Array.from({ length: 12 }, (_, at) => ({
  id: String(at + 1),
  text: new Date(Date.UTC(2024, at, 1)).toLocaleDateString('en', { month: 'long', timeZone: 'UTC' }),
}))

/** Every known time zone, the user's first. */
function zones(chosen: string): readonly { readonly id: string; readonly text: string }[] {
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const all = new Set(['UTC', here, chosen, ...Intl.supportedValuesOf('timeZone')])
  return [...all].map((id) => ({ id, text: id === here ? `${id} (here)` : id }))
}

/** Sets time zone and start of weeks and years. */
export function CalendarDialog({ screen, onClose }: { readonly screen: Screen; readonly onClose: () => void }) {
  const { explore, model } = screen
  const asked = explore.asked.value
  const { timeZone, weekStart, fiscalYearStart } = calendarOf(asked, model.calendar)
  return (
    <Dialog title="Calendar" onClose={onClose}>
      <div class="stack">
        <Choice
          label="Time zone"
          value={timeZone}
          options={zones(timeZone)}
          onChoose={(chosen) => explore.change({ ...asked, timeZone: chosen }, `In the time of ${chosen}.`)}
        />
        <Choice
          label="Weeks begin on"
          value={weekStart}
          options={weekDays.map((id) => ({ id, text: capital(id) }))}
          onChoose={(day) => explore.change({ ...asked, weekStart: day }, `Weeks begin on ${day}.`)}
        />
        <Choice
          label="Years begin in"
          value={String(fiscalYearStart)}
          options={months}
          onChoose={(month) =>
            explore.change({ ...asked, fiscalYearStart: Number(month) }, 'Years begin in another month.')
          }
        />
      </div>
    </Dialog>
  )
}
