import { ClipboardCopy, Download, FileSpreadsheet, FileText, Image, Package } from 'lucide'
import { csvOfSheet, tsvOfSheet } from '#core/explore/records.ts'
import type { CsvReader } from '#core/format/safe-cell.ts'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { safeCsvWords } from '../../ui/safe-csv-words.ts'
import { showToast } from '../../ui/toast-model.ts'
import type { Picture } from './picture.ts'
import { save } from './export/save.ts'

type Props = { readonly picture: Picture; readonly title: string }

const failed = (): void => void showToast('That could not be exported. Try again, or choose another format.')

async function copy({ picture }: Props): Promise<void> {
  await navigator.clipboard.writeText(tsvOfSheet(picture.sheet))
  showToast(`Copied: ${picture.sheet.rows.length.toLocaleString('en')} rows. Paste them into a spreadsheet.`)
}

function saveCsv({ picture, title }: Props, reader: CsvReader): void {
  // Excel reads CSV as UTF-8 only with a byte order mark.
  const mark = reader === 'spreadsheet' ? ['\uFEFF'] : []
  save(title, 'csv', new Blob([...mark, csvOfSheet(picture.sheet, reader)], { type: 'text/csv' }))
}

async function saveXlsx({ picture, title }: Props): Promise<void> {
  const { xlsxOfSheet } = await import('./export/xlsx.ts')
  const bytes = await xlsxOfSheet(picture.sheet, title)
  save(title, 'xlsx', new Blob([bytes.slice()]))
}

async function saveParquet({ picture, title }: Props): Promise<void> {
  const { parquetOf } = await import('./export/parquet.ts')
  save(title, 'parquet', await parquetOf(picture.data.table))
}

async function savePng({ picture, title }: Props): Promise<void> {
  const frame = document.querySelector<HTMLElement>('.explore-drawn .scene-frame')
  const scene = picture.chart?.scene
  if (!frame || scene?.kind !== 'xy') return
  const { pngOfChart } = await import('./export/png.ts')
  const image = await pngOfChart(frame, scene, title)
  if (image) save(title, 'png', image)
}

/** Exports the current result. */
export function ExportMenu(props: Props) {
  const { picture } = props
  const item = (text: string, icon: MenuItem['icon'], act: () => unknown): MenuItem => ({
    text,
    icon,
    run: () => void Promise.resolve().then(act).catch(failed),
  })
  const items = [
    item('Copy the table', ClipboardCopy, () => copy(props)),
    { ...item('CSV', FileText, () => saveCsv(props, 'spreadsheet')), hint: safeCsvWords },
    { ...item('CSV, exact', FileText, () => saveCsv(props, 'program')), hint: 'Every cell as it is, for programs.' },
    item('Excel workbook', FileSpreadsheet, () => saveXlsx(props)),
    item('Parquet', Package, () => saveParquet(props)),
    ...(picture.chart?.scene.kind === 'xy' ? [item('Picture (PNG)', Image, () => savePng(props))] : []),
  ]
  return <Menu label="Export" icon={Download} items={items} />
}
