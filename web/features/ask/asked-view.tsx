import { Download, Ellipsis, Pencil, Star, Trash2 } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { WireAskedQuestion } from '#core/wire/asked-question.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import type { AskedList } from './asked.ts'
import './asked.css'

type Props = {
  readonly asked: AskedList
  /** Where an answer stands. */
  readonly addressOf: (row: WireAskedQuestion) => string
  readonly exportAddress: string
  readonly canEdit: boolean
}

/** A search says something only where there is much to search. */
const fewRows = 8

function NameField({ name, onDone }: { readonly name: string; readonly onDone: (name: string | null) => void }) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])
  return (
    <input
      ref={input}
      class="input"
      defaultValue={name}
      maxLength={120}
      aria-label="Name of this question"
      onKeyDown={(event) => {
        if (event.key === 'Enter') onDone(event.currentTarget.value.trim())
        if (event.key === 'Escape') onDone(null)
      }}
      onBlur={(event) => onDone(event.currentTarget.value.trim())}
    />
  )
}

function Row({
  row,
  asked,
  address,
  canEdit,
}: {
  readonly row: WireAskedQuestion
  readonly asked: AskedList
  readonly address: string
  readonly canEdit: boolean
}) {
  const [naming, setNaming] = useState(false)
  const rename = (name: string | null): void => {
    setNaming(false)
    if (name !== null && name !== row.name) void asked.change(row, { name })
  }
  return (
    <li class="asked-row">
      {canEdit && (
        <Button
          kind="quiet"
          size="small"
          icon={Star}
          class="asked-star"
          label={row.isFavourite ? 'No longer a favourite' : 'Mark as favourite'}
          aria-pressed={row.isFavourite}
          onClick={() => void asked.change(row, { isFavourite: !row.isFavourite })}
        />
      )}
      {naming ? (
        <NameField name={row.name} onDone={rename} />
      ) : (
        <a class="asked-text" href={address}>
          {row.name === '' ? row.question : row.name}
          {row.name !== '' && <span class="small muted">{row.question}</span>}
        </a>
      )}
      {canEdit && (
        <Menu
          label={`More for “${row.question}”`}
          icon={Ellipsis}
          size="small"
          items={[
            { text: 'Name it', icon: Pencil, run: () => setNaming(true) },
            { text: 'Delete', icon: Trash2, danger: true, run: () => void asked.remove(row) },
          ]}
        />
      )}
    </li>
  )
}

/** What was asked of this dataset, to ask it again. */
export function AskedView({ asked, addressOf, exportAddress, canEdit }: Props) {
  const { shown, sought, known } = asked
  if (known.value.length === 0) return null
  return (
    <section class="asked card" aria-label="Asked before">
      <header class="row">
        <h3 class="grow">Asked before</h3>
        <a class="button" data-size="small" data-kind="quiet" href={exportAddress} download>
          <Icon icon={Download} size={15} />
          <span class="button-text">Export</span>
        </a>
      </header>
      {known.value.length > fewRows && (
        <input
          class="input"
          type="search"
          value={sought.value}
          aria-label="Search what was asked"
          placeholder="Search what was asked …"
          onInput={(event) => (sought.value = event.currentTarget.value)}
        />
      )}
      <ul class="asked-rows">
        {shown.value.map((row) => (
          <Row key={row.id} row={row} asked={asked} address={addressOf(row)} canEdit={canEdit} />
        ))}
      </ul>
      {shown.value.length === 0 && <p class="small muted">Nothing like that was asked.</p>}
    </section>
  )
}
