import { useEffect } from 'preact/hooks'
import type { IngestReport } from '#core/ingest/ingest-report.ts'
import type { Dataset } from '../../api.ts'
import type { DatasetScreen } from '../../features/dataset/model.ts'
import type { PartsProps } from '../../features/dataset/parts/part-list.tsx'
import { partsIn, partWords } from '../../features/dataset/parts/parts-of.ts'
import { PartsButton, PartsNotice } from '../../features/dataset/parts/parts-view.tsx'
import { localDataset } from '../../local/local-datasets.ts'
import { takePart } from '../take-files.ts'
import { type Services, useServices } from '../services.ts'

type Props = { readonly dataset: Dataset; readonly screen: DatasetScreen }

/** How the file was read: here, or as the server tells it once it was asked. */
function reportOf({ dataset, screen }: Props): IngestReport | null {
  const reading = localDataset(dataset.id)?.reading.value
  if (reading?.step === 'read') return reading.file.profile.ingest
  return screen.profile.value.value?.ingest ?? null
}

/** The other parts of the dataset's file, where it has some that are tables. */
function partsOf(services: Services, props: Props): PartsProps | null {
  const { dataset } = props
  const words = partWords(dataset.fileName)
  const report = reportOf(props)
  const parts = report && partsIn(report)
  if (!words || !report || !parts || dataset.sample) return null
  const add = (part: string) => takePart(services, dataset.id, part)
  return {
    dataset,
    parts,
    partRead: report.part,
    words,
    ports: { add, datasets: () => services.workspace.datasets.value ?? [] },
  }
}

/** The way to the other sheets of a workbook, beside the name of the dataset. */
export function FilePartsButton(props: Props) {
  const services = useServices()
  const { dataset, screen } = props
  const isWanted = dataset.status === 'ready' && partWords(dataset.fileName) !== null
  useEffect(() => {
    if (isWanted && reportOf(props) === null) void screen.profile.need()
  }, [screen, isWanted])
  const parts = isWanted ? partsOf(services, props) : null
  return parts && <PartsButton {...parts} />
}

/** The other sheets of a workbook that was just brought; a dataset made of one chosen sheet shows them only when asked. */
export function FilePartsNotice(props: Props) {
  const services = useServices()
  const { id, status, choices } = props.dataset
  const isFresh = status === 'ready' && localDataset(id)?.isNew === true && choices?.sheet === undefined
  const parts = isFresh ? partsOf(services, props) : null
  return parts && <PartsNotice {...parts} />
}
