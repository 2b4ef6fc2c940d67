import { Pencil } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import type { Dataset } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { ago, bytes, count } from '../../ui/figures.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { DatasetScreen } from './model.ts'
import './dataset.css'

function Facts({ dataset }: { readonly dataset: Dataset }) {
  const { rows, columns, size, processedAt } = dataset
  const facts = [
    rows === null ? null : `${count(rows)} rows`,
    columns === null ? null : `${count(columns)} columns`,
    bytes(size),
    processedAt === null ? null : `read ${ago(processedAt, Date.now())}`,
  ].filter((fact) => fact !== null)
  return <p class="dataset-facts numeric">{facts.join(' · ')}</p>
}

/** What a dataset is called, and its figures. */
export function DatasetHeader({
  dataset,
  screen,
}: {
  readonly dataset: Dataset | null
  readonly screen: DatasetScreen
}) {
  const [editing, setEditing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  if (!dataset)
    return (
      <header class="dataset-header">
        <Skeleton width={280} height={31} />
        <div class="dataset-facts">
          <Skeleton width={200} />
        </div>
      </header>
    )
  const finish = async (): Promise<void> => {
    const name = input.current?.value.trim() ?? ''
    if (name === '' || name === dataset.name || (await screen.rename(name))) setEditing(false)
  }
  return (
    <header class="dataset-header">
      {editing ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void finish()
          }}
        >
          <input
            ref={(element) => {
              if (element && !input.current) element.select()
              input.current = element
            }}
            class="input dataset-rename"
            aria-label="Name of the dataset"
            defaultValue={dataset.name}
            maxLength={120}
            onBlur={() => void finish()}
            onKeyDown={({ key }) => key === 'Escape' && setEditing(false)}
          />
          {screen.renameProblem.value && <p class="field-error">{screen.renameProblem.value.message}</p>}
        </form>
      ) : (
        <div class="dataset-name">
          <h1 class="clip">{dataset.name}</h1>
          <Button kind="quiet" size="small" icon={Pencil} label="Rename" onClick={() => setEditing(true)} />
        </div>
      )}
      <Facts dataset={dataset} />
    </header>
  )
}
