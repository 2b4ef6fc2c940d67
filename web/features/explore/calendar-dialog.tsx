import { weekDays } from '#core/semantic/vocabulary.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Choice } from './choice.tsx'
import type { Screen } from './screen.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const months = Array.from({ length: 12 }, (_, at) => ({
  id: String(at + 1),
  text: new Date(Date.UTC(2024, at, 1)).toLocaleDateString('en', { month: 'long', timeZone: 'UTC' }),
}))

/** Every zone this browser knows; where the person is comes first. */
function zones(chosen: string): readonly { readonly id: string; readonly text: string }[] {
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const all = new Set(['UTC', here, chosen, ...Intl.supportedValuesOf('timeZone')])
  return [...all].map((id) => ({ id, text: id === here ? `${id} (here)` : id }))
}

/** In which zone moments have their date, and where weeks and years begin. */
export function CalendarDialog({ screen, onClose }: { readonly screen: Screen; readonly onClose: () => void }) {
  const { explore } = screen
  const asked = explore.asked.value
  return (
    <Dialog title="Calendar" onClose={onClose}>
      <div class="stack">
        <Choice
          label="Time zone"
          value={asked.timeZone}
          options={zones(asked.timeZone)}
          onChoose={(timeZone) => explore.change({ ...asked, timeZone }, `In the time of ${timeZone}.`)}
        />
        <Choice
          label="Weeks begin on"
          value={asked.weekStart}
          options={weekDays.map((id) => ({ id, text: capital(id) }))}
          onChoose={(weekStart) => explore.change({ ...asked, weekStart }, `Weeks begin on ${weekStart}.`)}
        />
        <Choice
          label="Years begin in"
          value={String(asked.fiscalYearStart)}
          options={months}
          onChoose={(month) =>
            explore.change({ ...asked, fiscalYearStart: Number(month) }, 'Years begin in another month.')
          }
        />
      </div>
    </Dialog>
  )
}
