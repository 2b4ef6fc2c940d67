import { ChartColumn, ChevronLeft, ChevronRight, Download, FileText, Table2 } from 'lucide'
import { useMemo, useState } from 'preact/hooks'
import { serves } from '#core/charts/intent.ts'
import { dataOfTable } from '#core/charts/data-of-table.ts'
import { rankCharts } from '#core/charts/recommend.ts'
import { sceneFor } from '#core/charts/scene-for.ts'
import { csvRecord, csvRecords } from '#core/format/csv-text.ts'
import type { CsvReader } from '#core/format/safe-cell.ts'
import { sliceTable } from '#core/table/slice-table.ts'
import { cellAt, type Table } from '#core/table/table.ts'
import type { Ran } from '../../engine/duck.ts'
import { SceneView } from '../../scenes/scene-view.tsx'
import { Button } from '../../ui/button.tsx'
import { count } from '../../ui/figures.ts'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { safeCsvWords } from '../../ui/safe-csv-words.ts'
import { ownValue } from '#core/own-value.ts'

const pageRows = 100
/** Pixels, equal to scenes.css; a short table is as tall as its rows, and a wide one scrolls. */
const [headHeight, rowHeight, mostHeight] = [48, 33, 520]

/** Minimum score at which a chart is offered; a single number is always shown as one. */
const good = 0.5

function csvOf(table: Table, reader: CsvReader): string {
  const names = table.columns.map(({ name }) => name)
  return csvRecord(names, reader) + csvRecords(table, { reader })
}

function download(table: Table, reader: CsvReader): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([csvOf(table, reader)], { type: 'text/csv;charset=utf-8' }))
  link.download = 'result.csv'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

const downloadsOf = (table: Table): readonly MenuItem[] => [
  { text: 'CSV', icon: FileText, hint: safeCsvWords, run: () => download(table, 'spreadsheet') },
  {
    text: 'CSV, exact',
    icon: FileText,
    hint: 'Every cell as it is, for programs.',
    run: () => download(table, 'program'),
  },
]

/** Formats milliseconds. */
const took = (ms: number): string => (ms < 1000 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`)

function Pages({
  rows,
  page,
  onPage,
}: {
  readonly rows: number
  readonly page: number
  readonly onPage: (page: number) => void
}) {
  const last = Math.ceil(rows / pageRows) - 1
  if (last < 1) return null
  return (
    <div class="sql-pages" role="group" aria-label="Pages">
      <Button
        kind="quiet"
        size="small"
        icon={ChevronLeft}
        label="Earlier rows"
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      />
      <span class="small numeric">
        {count(page * pageRows + 1)}–{count(Math.min(rows, (page + 1) * pageRows))} of {count(rows)}
      </span>
      <Button
        kind="quiet"
        size="small"
        icon={ChevronRight}
        label="Later rows"
        disabled={page === last}
        onClick={() => onPage(page + 1)}
      />
    </div>
  )
}

function Rows({ table, page }: { readonly table: Table; readonly page: number }) {
  const { formats } = useMemo(() => dataOfTable(table), [table])
  const shown = sliceTable(table, page * pageRows, (page + 1) * pageRows)
  const columns = shown.columns.map(({ name, type }) => ({ name, type, format: ownValue(formats, name) ?? 'text' }))
  const rows = Array.from({ length: shown.rows }, (_, row) => shown.columns.map((column) => cellAt(column, row)))
  return (
    <div style={{ height: `${Math.min(mostHeight, headHeight + rows.length * rowHeight)}px` }}>
      <SceneView scene={{ kind: 'table', columns, rows }} label="Result" />
    </div>
  )
}

function useChart(table: Table) {
  return useMemo(() => {
    const data = dataOfTable(table)
    const [best] = rankCharts(data)
    const fits = best !== undefined && !serves(best.type, 'rows') && best.suits >= good
    return fits ? { scene: sceneFor(best.spec, data), isFigure: serves(best.type, 'figure') } : null
  }, [table])
}

const rowsText = ({ table, isCut }: Ran): string =>
  isCut ? `First ${count(table.rows)} rows` : `${count(table.rows)} ${table.rows === 1 ? 'row' : 'rows'}`

function ChartSwitch({ isOn, onSwitch }: { readonly isOn: boolean; readonly onSwitch: () => void }) {
  return (
    <Button size="small" kind="quiet" icon={isOn ? Table2 : ChartColumn} onClick={onSwitch}>
      {isOn ? 'Table' : 'Chart'}
    </Button>
  )
}

/** A result as a paged table, and as the best chart. */
export function ResultView({ ran }: { readonly ran: Ran }) {
  const { table, isCut, ms } = ran
  const chart = useChart(table)
  const [asChart, setAsChart] = useState(false)
  const [page, setPage] = useState(0)
  const shown = chart && (asChart || chart.isFigure) ? chart.scene : null
  return (
    <div class="sql-result">
      <div class="sql-result-bar">
        <span class="small muted numeric">
          {rowsText(ran)} · {took(ms)}
        </span>
        {!shown && <Pages rows={table.rows} page={page} onPage={setPage} />}
        <span class="grow" />
        {chart && !chart.isFigure && <ChartSwitch isOn={asChart} onSwitch={() => setAsChart(!asChart)} />}
        <Menu label="Download as CSV" icon={Download} items={downloadsOf(table)} />
      </div>
      {isCut && (
        <p class="notice small">
          The result has more rows than are shown here. Add a filter or group it to see all that matters.
        </p>
      )}
      <div class="sql-scene" data-kind={shown?.kind ?? 'table'}>
        {shown ? <SceneView scene={shown} label="Result" /> : <Rows table={table} page={page} />}
      </div>
    </div>
  )
}
