import type { Calendar } from '#core/semantic/model/calendar.ts'
import { plainCalendar } from '#core/semantic/model/calendar.ts'
import { grains, weekDays } from '#core/semantic/vocabulary.ts'
import { Choice } from './inputs.tsx'
import { columnsIn, type ModelScreen, problemsAt } from './model.ts'
import { grainWords } from './words.ts'

const monthName = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
const months = Array.from({ length: 12 }, (_, at) => ({
  value: String(at + 1),
  text: monthName.format(Date.UTC(2024, at, 1)),
}))
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const told = '(told)'
const none = '(none)'

function zones(current: string): readonly { readonly value: string; readonly text: string }[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const all = [...new Set(['UTC', own, current, ...Intl.supportedValuesOf('timeZone')])]
  return all.map((value) => ({ value, text: value === own ? `${value} (here)` : value }))
}

type Screen = { readonly screen: ModelScreen }

function TimeColumn({ screen }: Screen) {
  const generated = screen.state.value?.generated
  const usual = generated?.columns.find(({ name }) => name === generated.timeColumn)
  const timeColumn = screen.draft.document.value?.timeColumn
  const set = (value: string): void =>
    screen.draft.change('time', ({ timeColumn: _before, ...rest }) =>
      value === told ? rest : { ...rest, timeColumn: value === none ? null : value },
    )
  return (
    <Choice
      label="Questions about time go by"
      value={timeColumn === undefined ? told : (timeColumn ?? none)}
      options={[
        { value: told, text: `As the data tells: ${usual?.label ?? 'none'}` },
        ...columnsIn(screen)
          .filter(({ role }) => role === 'time')
          .map(({ name, label }) => ({ value: name, text: label })),
        { value: none, text: 'None' },
      ]}
      problems={problemsAt(screen.problems.value, ['timeColumn'])}
      onValue={set}
    />
  )
}

function TimeGrain({ screen }: Screen) {
  const usual = screen.state.value?.generated.timeGrain ?? screen.drawn.value?.model.timeGrain ?? null
  if (usual === null || screen.drawn.value?.model.timeGrain === null) return null
  const set = (value: string): void =>
    screen.draft.change('grain', ({ timeGrain: _before, ...rest }) => {
      const timeGrain = grains.find((each) => each === value)
      return timeGrain ? { ...rest, timeGrain } : rest
    })
  return (
    <Choice
      label="Shown by"
      value={screen.draft.document.value?.timeGrain ?? told}
      options={[
        { value: told, text: `As the data tells: ${grainWords[usual].toLowerCase()}` },
        ...grains.map((value) => ({ value, text: grainWords[value] })),
      ]}
      onValue={set}
    />
  )
}

/** Time column, time zone, and start of weeks and years. */
export function TimePanel({ screen }: Screen) {
  const calendar: Calendar = screen.draft.document.value?.calendar ?? plainCalendar
  const set = (said: Partial<Calendar>): void =>
    screen.draft.change(`calendar ${Object.keys(said).join()}`, ({ calendar: before = plainCalendar, ...rest }) => {
      const after = { ...before, ...said }
      return JSON.stringify(after) === JSON.stringify(plainCalendar) ? rest : { ...rest, calendar: after }
    })
  return (
    <div class="model-form">
      <div class="model-pair">
        <TimeColumn screen={screen} />
        <TimeGrain screen={screen} />
      </div>
      <Choice
        label="Time zone"
        value={calendar.timeZone}
        options={zones(calendar.timeZone)}
        help="In which times have their date and hour. Columns of dates alone have none."
        problems={problemsAt(screen.problems.value, ['calendar', 'timeZone'])}
        onValue={(timeZone) => set({ timeZone })}
      />
      <div class="model-pair">
        <Choice
          label="Weeks begin on"
          value={calendar.weekStart}
          options={weekDays.map((value) => ({ value, text: capital(value) }))}
          onValue={(value) => set({ weekStart: weekDays.find((day) => day === value) ?? 'monday' })}
        />
        <Choice
          label="The fiscal year begins in"
          value={String(calendar.fiscalYearStart)}
          options={months}
          help="Quarters and years of charts and questions go by it."
          onValue={(value) => set({ fiscalYearStart: Number(value) })}
        />
      </div>
    </div>
  )
}
