import { Download, RotateCcw, Upload } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import { modelFileOf, type Dataset, type ModelVersion } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { ago } from '../../ui/figures.ts'
import { Icon } from '../../ui/icon.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { ModelScreen } from './model.ts'

type Props = { readonly screen: ModelScreen; readonly dataset: Dataset }

const shownChanges = 4

function VersionRow({
  each,
  isCurrent,
  onBring,
}: {
  readonly each: ModelVersion
  readonly isCurrent: boolean
  readonly onBring: () => void
}) {
  const [all, setAll] = useState(false)
  const shown = all ? each.changes : each.changes.slice(0, shownChanges)
  return (
    <li>
      <div class="row">
        <p class="grow">
          <strong>Version {each.number}</strong>{' '}
          <span class="small muted">
            {each.author ?? 'Somebody'}, {ago(each.savedAt, Date.now())}
            {each.note !== '' && ` · ${each.note}`}
          </span>
        </p>
        {isCurrent ? (
          <span class="chip" data-tone="accent">
            Current
          </span>
        ) : (
          <Button size="small" icon={RotateCcw} onClick={onBring}>
            Bring back
          </Button>
        )}
      </div>
      <ul class="model-changes small">
        {shown.map(({ text }, at) => (
          <li key={at}>{text}</li>
        ))}
      </ul>
      {each.changes.length > shown.length && (
        <Button kind="quiet" size="small" onClick={() => setAll(true)}>
          {each.changes.length - shown.length} more
        </Button>
      )}
    </li>
  )
}

function Files({ screen, dataset }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined): Promise<void> => {
    if (file && screen.bringFile(await file.text())) screen.place.value = null
    if (input.current) input.current.value = ''
  }
  return (
    <div class="row wrap">
      <a class="button" data-size="small" href={modelFileOf(dataset.id)} download={`${dataset.name} model.json`}>
        <Icon icon={Download} size={14} />
        Export as a file
      </a>
      <Button size="small" icon={Upload} onClick={() => input.current?.click()}>
        Import a file
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        class="visually-hidden"
        tabIndex={-1}
        aria-label="Import a model"
        onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
      />
    </div>
  )
}

/** Saved versions, newest first; any can be loaded into the editor. */
export function HistoryPanel({ screen, dataset }: Props) {
  const versions = screen.versions.value
  useEffect(() => {
    if (versions === null) void screen.loadVersions()
  }, [versions])
  const bring = async (number: number): Promise<void> => {
    const found = await screen.version(number)
    if (found.ok) screen.bring(found.value.document)
  }
  return (
    <div class="model-form">
      <Files screen={screen} dataset={dataset} />
      {versions === null && <Skeleton height={160} />}
      {versions?.length === 0 && (
        <p class="small muted">Nothing has been saved yet. The model is what the data tells.</p>
      )}
      <ol class="model-history">
        {versions?.map((each) => (
          <VersionRow
            key={each.number}
            each={each}
            isCurrent={each.number === screen.draft.base.value?.version}
            onBring={() => void bring(each.number)}
          />
        ))}
      </ol>
    </div>
  )
}
