import {
  ArrowLeftRight,
  CalendarDays,
  ChartColumn,
  ChartLine,
  ChartScatter,
  Grid3x3,
  Hash,
  PaintBucket,
  Sigma,
  Sparkles,
  Table2,
  ChartColumnBig,
} from 'lucide'
import type { IconNode } from 'lucide'
import { useState } from 'preact/hooks'
import { chartTypes, type ChartTypeId } from '#core/charts/registry.ts'
import { transpose } from '#core/explore/edits.ts'
import type { Exploration } from '#core/explore/exploration.ts'
import { isMoment } from '#core/query/type-rules.ts'
import { Button } from '../../ui/button.tsx'
import { CalendarDialog } from './calendar-dialog.tsx'
import type { Picture } from './picture.ts'
import type { Screen } from './screen.ts'

const icons: Record<ChartTypeId, IconNode> = {
  bar: ChartColumn,
  line: ChartLine,
  number: Hash,
  table: Table2,
  histogram: ChartColumnBig,
  scatter: ChartScatter,
}

type Show = { readonly id: string; readonly text: string; readonly icon: IconNode }

function showsOf({ possible }: Picture, { columns, values }: Exploration): readonly Show[] {
  const charts = possible
    .filter((id) => id !== 'table')
    .map((id): Show => ({ id, text: chartTypes[id].title, icon: icons[id] }))
  const pivot: Show = { id: 'pivot', text: 'Pivot', icon: Grid3x3 }
  return [
    { id: 'auto', text: 'Best suited', icon: Sparkles },
    ...charts,
    { id: 'table', text: 'Table', icon: Table2 },
    ...(columns.length > 0 && values.length > 0 ? [pivot] : []),
  ]
}

const limits = [5, 10, 20, 50, 100, 1000] as const

type Props = { readonly screen: Screen; readonly picture: Picture | null }

function ShownAs({ screen, picture }: Props & { readonly picture: Picture }) {
  const { explore } = screen
  const asked = explore.asked.value
  return (
    <div class="switch" role="group" aria-label="Shown as">
      {showsOf(picture, asked).map(({ id, text, icon }) => (
        <Button
          key={id}
          kind="quiet"
          size="small"
          icon={icon}
          label={text}
          aria-pressed={asked.show === id}
          onClick={() => explore.change({ ...asked, show: id }, `Shown as ${text.toLowerCase()}.`)}
        />
      ))}
    </div>
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

/** Display settings of the result. */
export function Toolbar({ screen, picture }: Props) {
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
