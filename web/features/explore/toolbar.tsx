import {
  ArrowLeftRight,
  CalendarDays,
  ChevronDown,
  Grid3x3,
  PaintBucket,
  Sigma,
  SlidersHorizontal,
  Sparkles,
} from 'lucide'
import type { IconNode } from 'lucide'
import { useState } from 'preact/hooks'
import { serves, typeFor } from '#core/charts/intent.ts'
import { chartTypes, type ChartTypeId } from '#core/charts/registry.ts'
import { transpose } from '#core/explore/edits.ts'
import type { Exploration } from '#core/explore/exploration.ts'
import { isMoment } from '#core/query/type-rules.ts'
import { Button } from '../../ui/button.tsx'
import { iconOf } from '../../ui/chart-icon.ts'
import { Menu } from '../../ui/menu.tsx'
import { CalendarDialog } from './calendar-dialog.tsx'
import type { Picture } from './picture.ts'
import type { Screen } from './screen.ts'

type Show = { readonly id: string; readonly text: string; readonly icon: IconNode }

/** As many charts as stand beside each other; the others are in a menu. */
const mostBeside = 4

const showOf = (id: ChartTypeId): Show => ({ id, text: chartTypes[id].title, icon: iconOf(chartTypes[id]) })

/** The ways to show a result: those beside each other, the best first, and those in the menu. */
function showsOf({ possible }: Picture, { columns, values, show }: Exploration): { beside: Show[]; more: Show[] } {
  const charts = possible.filter((id) => !serves(id, 'rows')).map(showOf)
  const chosen = charts.slice(mostBeside).filter(({ id }) => id === show)
  const pivot: Show = { id: 'pivot', text: 'Pivot', icon: Grid3x3 }
  return {
    beside: [
      { id: 'auto', text: 'Best suited', icon: Sparkles },
      ...charts.slice(0, mostBeside),
      ...chosen,
      showOf(typeFor('rows')),
      ...(columns.length > 0 && values.length > 0 ? [pivot] : []),
    ],
    more: charts.slice(mostBeside),
  }
}

const limits = [5, 10, 20, 50, 100, 1000] as const

type Props = { readonly screen: Screen; readonly picture: Picture | null }

function ShownAs({ screen, picture }: Props & { readonly picture: Picture }) {
  const { explore } = screen
  const asked = explore.asked.value
  const { beside, more } = showsOf(picture, asked)
  const choose = ({ id, text }: Show): void =>
    void explore.change({ ...asked, show: id }, `Shown as ${text.toLowerCase()}.`)
  return (
    <>
      <div class="switch" role="group" aria-label="Shown as">
        {beside.map((show) => (
          <Button
            key={show.id}
            kind="quiet"
            size="small"
            icon={show.icon}
            label={show.text}
            aria-pressed={asked.show === show.id}
            onClick={() => choose(show)}
          />
        ))}
      </div>
      {more.length > 0 && (
        <Menu
          label="More charts"
          icon={ChevronDown}
          items={more.map((show) => ({ text: show.text, icon: show.icon, run: () => choose(show) }))}
        />
      )}
    </>
  )
}

const comparisons = [
  { id: 'none', text: 'No comparison' },
  { id: 'previousPeriod', text: 'With the period before' },
  { id: 'previousYear', text: 'With a year before' },
] as const

function Compared({ screen }: { readonly screen: Screen }) {
  const { explore, model } = screen
  const asked = explore.asked.value
  if (model.timeColumn === null || asked.values.length === 0) return null
  const choose = (to: string): void => {
    const { compare: _compare, ...rest } = asked
    const chosen = comparisons.find(({ id }) => id === to)
    const next = to === 'previousPeriod' || to === 'previousYear' ? { ...rest, compare: { to } as const } : rest
    explore.change(next, chosen?.text ?? '')
  }
  return (
    <select
      class="select explore-select"
      aria-label="Compared"
      value={asked.compare?.to ?? 'none'}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      {comparisons.map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  )
}

function Limit({ screen }: { readonly screen: Screen }) {
  const { explore } = screen
  const asked = explore.asked.value
  const known = asked.limit === null || (limits as readonly number[]).includes(asked.limit)
  const options = known ? limits : [...limits, asked.limit ?? 0].sort((a, b) => a - b)
  return (
    <select
      class="select explore-select"
      aria-label="How many"
      value={String(asked.limit ?? 'all')}
      onChange={({ currentTarget: { value } }) =>
        explore.change(
          { ...asked, limit: value === 'all' ? null : Number(value) },
          value === 'all' ? 'All groups.' : `The first ${value}.`,
        )
      }
    >
      <option value="all">All groups</option>
      {options.map((limit) => (
        <option key={limit} value={String(limit)}>
          First {limit.toLocaleString('en')}
        </option>
      ))}
    </select>
  )
}

type ToolbarProps = Props & {
  /** Whether the settings of the chart are open, and how to open or close them. */
  readonly settings: { readonly isOpen: boolean; readonly turn: () => void }
}

/** Display settings of the result. */
export function Toolbar({ screen, picture, settings }: ToolbarProps) {
  const [calendar, setCalendar] = useState(false)
  const { explore, model } = screen
  const asked = explore.asked.value
  const isCells = picture !== null && picture.view !== 'chart'
  return (
    <div class="explore-tools" role="group" aria-label="How it is shown">
      {picture && <ShownAs screen={screen} picture={picture} />}
      <Button
        kind="quiet"
        size="small"
        icon={SlidersHorizontal}
        label="Chart settings"
        aria-pressed={settings.isOpen}
        disabled={picture?.view !== 'chart'}
        onClick={settings.turn}
      />
      <Button
        kind="quiet"
        size="small"
        icon={Sigma}
        label="Totals"
        aria-pressed={asked.totals}
        disabled={!isCells}
        onClick={() =>
          explore.change({ ...asked, totals: !asked.totals }, asked.totals ? 'Without totals.' : 'With totals.')
        }
      />
      <Button
        kind="quiet"
        size="small"
        icon={PaintBucket}
        label="Shade cells by size"
        aria-pressed={asked.shaded}
        disabled={!isCells}
        onClick={() => explore.change({ ...asked, shaded: !asked.shaded }, asked.shaded ? 'Not shaded.' : 'Shaded.')}
      />
      <Button
        kind="quiet"
        size="small"
        icon={ArrowLeftRight}
        label="Swap rows and columns"
        disabled={asked.rows.length + asked.columns.length === 0}
        onClick={() => explore.change(transpose(asked), 'Rows and columns swapped.')}
      />
      <Limit screen={screen} />
      <Compared screen={screen} />
      {model.columns.some(({ type }) => isMoment(type)) && (
        <Button
          kind="quiet"
          size="small"
          icon={CalendarDays}
          label="Calendar: time zone, weeks, years"
          onClick={() => setCalendar(true)}
        />
      )}
      {calendar && <CalendarDialog screen={screen} onClose={() => setCalendar(false)} />}
    </div>
  )
}
