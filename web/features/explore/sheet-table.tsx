import { emptyText } from '#core/format/empty.ts'
import { ArrowDown, ArrowUp, ChevronLeft, ChevronRight } from 'lucide'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { turnSort } from '#core/explore/edits.ts'
import type { Sheet, SheetColumn } from '#core/explore/sheet.ts'
import { writeCell } from '#core/charts/write-cell.ts'
import { isQuantity } from '#core/query/type-rules.ts'
import type { Cell } from '#core/table/table.ts'
import { columnTexts } from '../../scenes/column-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { shadesOf, type Shade } from './heat.ts'
import type { Screen } from './screen.ts'

/** Rows per page, about five screens. */
const pageSize = 200

type Props = {
  readonly sheet: Sheet
  readonly screen: Screen
  readonly label: string
  readonly isShaded: boolean
  readonly onPick: (row: number, column: number, at: HTMLElement) => void
}

const isNumeric = ({ type, kind }: SheetColumn): boolean => kind === 'value' && isQuantity(type)

const spelled = (cell: Cell, column: Sheet['across'][number] | undefined): string => {
  if (cell === null) return emptyText
  return column ? writeCell(cell, column) : String(cell)
}

type HeadCell = { readonly text: string; readonly span: number; readonly key: string }

/** One header row per column dimension; equal neighbours share a cell. */
function headLines({ columns, across }: Sheet): readonly (readonly HeadCell[])[] {
  const values = columns.filter(({ kind }) => kind === 'value')
  return across.map((dimension, depth) => {
    const cells: HeadCell[] = []
    let last = ''
    for (const column of values) {
      const path = column.isTotal ? 'total' : JSON.stringify(column.across?.slice(0, depth + 1))
      const before = cells.at(-1)
      if (before && path === last) cells[cells.length - 1] = { ...before, span: before.span + 1 }
      else {
        const text = column.isTotal ? (depth === 0 ? 'Total' : '') : spelled(column.across?.[depth] ?? null, dimension)
        cells.push({ text, span: 1, key: path })
      }
      last = path
    }
    return cells
  })
}

function SortMark({ screen, column }: { readonly screen: Screen; readonly column: SheetColumn }) {
  const direction = screen.explore.asked.value.sort.find(({ by }) => by === column.result)?.direction
  if (!direction || (column.across !== null && !column.isTotal)) return null
  return <Icon icon={direction === 'ascending' ? ArrowUp : ArrowDown} size={13} />
}

const ariaSort = (screen: Screen, { result }: SheetColumn): 'ascending' | 'descending' | 'none' =>
  screen.explore.asked.value.sort.find(({ by }) => by === result)?.direction ?? 'none'

function Heads({ sheet, screen }: Pick<Props, 'sheet' | 'screen'>) {
  const { explore } = screen
  const lines = headLines(sheet)
  const groups = sheet.columns.filter(({ kind }) => kind === 'group')
  const isSingle =
    lines.length > 0 &&
    new Set(sheet.columns.filter(({ kind }) => kind === 'value').map(({ result }) => result)).size < 2
  const sort = (column: SheetColumn): void => {
    const next = turnSort(explore.asked.peek(), column.result, column.kind === 'value')
    explore.change(
      next,
      next.sort[0] ? `Sorted by ${column.label ?? column.name}, ${next.sort[0].direction}.` : 'No longer sorted.',
    )
  }
  const own = (column: SheetColumn, text: string) => (
    <th
      key={column.name}
      scope="col"
      data-number={isNumeric(column) ? '' : undefined}
      data-total={column.isTotal ? '' : undefined}
      data-group={column.kind === 'group' ? '' : undefined}
      aria-sort={ariaSort(screen, column)}
    >
      <button type="button" class="sheet-sort" onClick={() => sort(column)}>
        {text}
        <SortMark screen={screen} column={column} />
      </button>
    </th>
  )
  const upper = isSingle ? lines.slice(0, -1) : lines
  const last = isSingle ? (lines.at(-1) ?? []) : []
  const values = sheet.columns.filter(({ kind }) => kind === 'value')
  return (
    <thead>
      {upper.map((cells, depth) => (
        <tr key={depth}>
          {groups.length > 0 && <th class="sheet-corner" colSpan={groups.length} />}
          {cells.map(({ text, span, key }) => (
            <th key={key} scope="colgroup" colSpan={span} class="sheet-across">
              {text}
            </th>
          ))}
        </tr>
      ))}
      <tr>
        {groups.map((column) => own(column, column.label ?? column.name))}
        {values.map((column, at) => own(column, isSingle ? last[at]?.text || 'Total' : (column.label ?? column.name)))}
      </tr>
    </thead>
  )
}

const shadeStyle = (shade: Shade | null): Record<string, string> =>
  shade ? { '--shade': `${shade.percent}%`, '--hue': shade.isBelow ? 'var(--chart-2)' : 'var(--chart-1)' } : {}

/** A page's formatted cells, by column. */
function textsOf({ columns, rows }: Sheet, from: number): readonly (readonly string[])[] {
  const page = rows.slice(from, from + pageSize)
  return columns.map((column, at) =>
    columnTexts(
      page.map((row) => row[at] ?? null),
      column,
    ),
  )
}

type CellProps = {
  readonly column: SheetColumn
  readonly text: string
  readonly isEmpty: boolean
  readonly place: string
  readonly isStop: boolean
  readonly shade: Shade | null
}

/** One cell; the first of each row is in the tab order. */
function BodyCell({ column, text, isEmpty, place, isStop, shade }: CellProps) {
  const shared = {
    'data-cell': place,
    'data-number': isNumeric(column) ? '' : undefined,
    'data-total': column.isTotal ? '' : undefined,
    'data-shaded': shade ? '' : undefined,
    style: shadeStyle(shade),
    ...(isStop ? { tabIndex: 0 } : {}),
  }
  if (column.kind === 'value') return <td {...shared}>{text}</td>
  return (
    <th scope="row" {...shared}>
      {isEmpty ? emptyText : text}
    </th>
  )
}

function Body({ sheet, isShaded, onPick, from }: Omit<Props, 'screen' | 'label'> & { readonly from: number }) {
  const { columns, rows } = sheet
  const texts = useMemo(() => textsOf(sheet, from), [sheet, from])
  const shades = useMemo(() => (isShaded ? shadesOf(sheet) : null), [sheet, isShaded])
  const pick = (event: Event): void => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')
    const [row, column] = (cell?.dataset['cell'] ?? '').split(' ').map(Number)
    if (cell && row !== undefined && column !== undefined) onPick(row, column, cell)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    pick(event)
  }
  return (
    <tbody onClick={pick} onKeyDown={onKeyDown}>
      {rows.slice(from, from + pageSize).map((row, line) => (
        <tr key={line}>
          {columns.map((column, at) => (
            <BodyCell
              key={column.name}
              column={column}
              text={texts[at]?.[line] ?? ''}
              isEmpty={(row[at] ?? null) === null}
              place={`${from + line} ${at}`}
              isStop={at === 0}
              shade={shades?.(at, row[at] ?? null) ?? null}
            />
          ))}
        </tr>
      ))}
    </tbody>
  )
}

function Totals({ sheet }: Pick<Props, 'sheet'>) {
  const { columns, totals } = sheet
  if (!totals) return null
  return (
    <tfoot>
      <tr>
        {columns.map((column, at) =>
          column.kind === 'group' ? (
            <th key={column.name} scope="row">
              {at === 0 ? 'Total' : ''}
            </th>
          ) : (
            <td
              key={column.name}
              data-number={isNumeric(column) ? '' : undefined}
              data-total={column.isTotal ? '' : undefined}
            >
              {columnTexts([totals[at] ?? null], column)[0]}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  )
}

type PagerProps = { readonly rows: number; readonly from: number; readonly onFrom: (from: number) => void }

function Pager({ rows, from, onFrom }: PagerProps) {
  if (rows <= pageSize) return null
  const to = Math.min(rows, from + pageSize)
  return (
    <div class="sheet-pager row numeric" role="group" aria-label="Pages">
      <Button
        kind="quiet"
        size="small"
        icon={ChevronLeft}
        label="The rows before"
        disabled={from === 0}
        onClick={() => onFrom(from - pageSize)}
      />
      <span class="small muted" role="status">
        {(from + 1).toLocaleString('en')} – {to.toLocaleString('en')} of {rows.toLocaleString('en')}
      </span>
      <Button
        kind="quiet"
        size="small"
        icon={ChevronRight}
        label="The rows after"
        disabled={to >= rows}
        onClick={() => onFrom(from + pageSize)}
      />
    </div>
  )
}

/** A result as a table: sticky header, click on a header sorts, click on a cell opens its menu. */
export function SheetTable(props: Props) {
  const { sheet, screen, label } = props
  const [from, setFrom] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => setFrom(0), [sheet])
  const turn = (next: number): void => {
    setFrom(next)
    box.current?.scrollTo({ top: 0 })
  }
  return (
    <figure class="sheet" data-scene="table">
      <div class="sheet-box" ref={box} role="region" aria-label={label} tabIndex={0}>
        <table class="sheet-table numeric">
          <Heads sheet={sheet} screen={screen} />
          <Body {...props} from={from < sheet.rows.length ? from : 0} />
          <Totals sheet={sheet} />
        </table>
      </div>
      <Pager rows={sheet.rows.length} from={from} onFrom={turn} />
    </figure>
  )
}
