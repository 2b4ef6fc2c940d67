import { signal } from '@preact/signals'
import { Layers, X } from 'lucide'
import { useState } from 'preact/hooks'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { PartList, type PartsProps } from './part-list.tsx'

/** Datasets whose parts the person has seen and put away, in this visit. */
const putAway = signal<ReadonlySet<string>>(new Set())

/** Right after an upload: what else the file holds. Put away, it stays behind the button beside the name. */
export function PartsNotice(props: PartsProps) {
  const { dataset, parts, partRead, words } = props
  if (putAway.value.has(dataset.id)) return null
  const put = (): void => void (putAway.value = new Set(putAway.value).add(dataset.id))
  return (
    <section class="parts-notice card" aria-label={`The ${words.many} of this ${words.file}`}>
      <div class="parts-head">
        <p class="grow">
          <strong>
            This {words.file} has {parts.tables.length} {words.many} with tables.
          </strong>{' '}
          You see “{partRead}”. Each of the others can be a dataset of its own, now or later.
        </p>
        <Button size="small" kind="quiet" icon={X} label="Not now" onClick={put} />
      </div>
      <PartList {...props} />
    </section>
  )
}

/** Beside the name of a dataset: the other parts of its file. */
export function PartsButton(props: PartsProps) {
  const [isOpen, setOpen] = useState(false)
  const { parts, words } = props
  const title = `${words.many.charAt(0).toUpperCase()}${words.many.slice(1)}`
  return (
    <>
      <Button
        size="small"
        icon={Layers}
        title={`Other ${words.many} of this ${words.file}`}
        onClick={() => setOpen(true)}
      >
        <span class="button-text">
          {parts.tables.length} {words.many}
        </span>
      </Button>
      {isOpen && (
        <Dialog title={`${title} of ${props.dataset.fileName}`} onClose={() => setOpen(false)} wide>
          <p class="muted">Each {words.one} can be a dataset of its own, with its own dashboard and questions.</p>
          <PartList {...props} />
        </Dialog>
      )}
    </>
  )
}
