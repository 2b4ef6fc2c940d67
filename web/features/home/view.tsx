import { FileUp } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { acceptedExtensions } from '#core/ingest/accepted-extensions.ts'
import { Button } from '../../ui/button.tsx'
import { bytes } from '../../ui/figures.ts'
import { Icon } from '../../ui/icon.tsx'
import { moreKinds, usualKinds } from '../../kinds.ts'
import './home.css'

const accepted = [
  ...acceptedExtensions.map((extension) => `.${extension}`),
  'text/csv',
  'text/tab-separated-values',
].join(',')

type DropZoneProps = {
  /** Maximum file size in bytes; null while unknown. */
  readonly limit: number | null
  /** The file picker is about to open. */
  readonly onExpect: () => void
  readonly onFiles: (files: readonly File[]) => void
}

/** A drop zone that also opens the file picker. */
export function DropZone({ limit, onExpect, onFiles }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null)
  const choose = (): void => {
    onExpect()
    input.current?.click()
  }
  return (
    <div class="drop-zone">
      <span class="drop-zone-icon">
        <Icon icon={FileUp} size={22} />
      </span>
      <div class="grow">
        <p class="drop-zone-title">
          <span class="with-mouse">Drop a {usualKinds} file anywhere on this page</span>
          <span class="with-touch">Load a {usualKinds} file</span>
        </p>
        <p class="small muted">
          {moreKinds} files too. Or copy cells in Excel or Sheets and paste them here.{' '}
          {limit === null ? 'Only' : `Up to ${bytes(limit)}; only`} you can see it.
        </p>
      </div>
      <Button kind="primary" onClick={choose}>
        Choose a file
      </Button>
      <input
        ref={input}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        multiple
        accept={accepted}
        aria-label="Choose a file"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}

type Props = {
  /** Name of the dataset to ask; null if there is none. */
  readonly about: string | null
  /** The drop zone, or the uploads in its place. */
  readonly loading: ComponentChildren
  readonly asking: ComponentChildren
  readonly peek: ComponentChildren
}

/** The first page: one sentence, two ways to start, and a preview. */
export function HomeView({ about, loading, asking, peek }: Props) {
  return (
    <div class="home">
      <div class="home-top">
        <h1 class="home-title">
          Drop a spreadsheet.
          <br />
          Ask it anything.
        </h1>
        <p class="home-lead">
          {about
            ? `Load a file of your own, or try a question on ${about} below: you get the number, the chart and the proof.`
            : 'Load a file: it becomes a dashboard by itself, and every question gets the number, the chart and the proof.'}
        </p>
        <div class="home-start">
          {loading}
          {asking}
        </div>
      </div>
      {peek}
    </div>
  )
}
