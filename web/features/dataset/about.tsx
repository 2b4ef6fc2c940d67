import { Info, Plus, TriangleAlert, X } from 'lucide'
import { useState } from 'preact/hooks'
import { freshnessOf } from '#core/catalog/freshness.ts'
import type { Dataset } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { Life } from './life.ts'
import './life.css'

const momentOf = (text: string | null): number | null => (text === null ? null : Date.parse(text))

/** A dataset's freshness at a time. */
const freshnessAt = ({ newestAt, cadence, processedAt, createdAt, staleAfterHours }: Dataset, now: number) =>
  freshnessOf(
    { newestAt: momentOf(newestAt), cadence, arrivedAt: Date.parse(processedAt ?? createdAt), staleAfterHours },
    now,
  )

/** A dashboard's freshness, in brief. */
export function FreshnessNote({ dataset, now }: { readonly dataset: Dataset; readonly now: number }) {
  const { isStale, text } = freshnessAt(dataset, now)
  return (
    <span class="freshness-note" data-stale={isStale ? '' : undefined}>
      {isStale && <Icon icon={TriangleAlert} size={14} label="Stale" />} {text}
    </span>
  )
}

const limits = [
  { hours: null, text: 'as is usual for it' },
  { hours: 24, text: 'after a day' },
  { hours: 72, text: 'after 3 days' },
  { hours: 168, text: 'after a week' },
  { hours: 744, text: 'after a month' },
  { hours: 2208, text: 'after 3 months' },
] as const

function StaleLimit({ dataset: { staleAfterHours: own }, life }: Props) {
  const all = limits.some(({ hours }) => hours === own)
    ? limits
    : [...limits, { hours: own, text: `after ${own} hours` }]
  return (
    <label class="stale-limit">
      Counts as stale
      <select
        class="input"
        data-size="small"
        value={String(own)}
        onChange={({ currentTarget: { value } }) =>
          void life.change({ staleAfterHours: value === 'null' ? null : Number(value) })
        }
      >
        {all.map(({ hours, text }) => (
          <option key={String(hours)} value={String(hours)}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Leaves a field with this text; leaving saves it once. */
function leaveWith(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text
  field.blur()
}

function Description({ dataset, life, canEdit }: Props) {
  const [editing, setEditing] = useState(false)
  const { description } = dataset
  if (!canEdit) return description === '' ? null : <p class="description">{description}</p>
  if (!editing)
    return (
      <button
        type="button"
        class="description"
        data-empty={description === '' ? '' : undefined}
        onClick={() => setEditing(true)}
      >
        {description === '' ? 'Add a description' : description}
      </button>
    )
  const finish = (text: string): void => {
    setEditing(false)
    if (text.trim() !== description) void life.change({ description: text.trim() })
  }
  return (
    <textarea
      class="input description-input"
      aria-label="Description"
      rows={3}
      maxLength={2000}
      defaultValue={description}
      ref={(area) => area?.focus()}
      onBlur={({ currentTarget }) => finish(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leaveWith(event.currentTarget, description)
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.blur()
      }}
    />
  )
}

function NewTag({ tags, life }: { readonly tags: readonly string[]; readonly life: Life }) {
  const [adding, setAdding] = useState(false)
  if (!adding)
    return (
      <Button kind="quiet" size="small" icon={Plus} onClick={() => setAdding(true)}>
        Tag
      </Button>
    )
  const finish = (text: string): void => {
    setAdding(false)
    if (text.trim() !== '') void life.change({ tags: [...tags, text.trim()] })
  }
  return (
    <input
      class="input new-tag"
      data-size="small"
      aria-label="New tag"
      maxLength={40}
      ref={(input) => input?.focus()}
      onBlur={({ currentTarget }) => finish(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') leaveWith(event.currentTarget, '')
      }}
    />
  )
}

function Tags({ dataset, life, canEdit }: Props) {
  const { tags } = dataset
  return (
    <div class="tags" role="group" aria-label="Tags">
      {tags.map((tag) => (
        <span key={tag} class="chip tag">
          <a href={`/data?tag=${encodeURIComponent(tag)}`}>{tag}</a>
          {canEdit && (
            <button
              type="button"
              aria-label={`Remove the tag ${tag}`}
              onClick={() => void life.change({ tags: tags.filter((each) => each !== tag) })}
            >
              <Icon icon={X} size={13} />
            </button>
          )}
        </span>
      ))}
      {canEdit && tags.length < 20 && <NewTag tags={tags} life={life} />}
    </div>
  )
}

type Props = { readonly dataset: Dataset; readonly life: Life; readonly now: number; readonly canEdit: boolean }

/** Freshness and description in one line. */
function Gist({ dataset, now, canEdit }: Props) {
  const { isStale, text } = freshnessAt(dataset, now)
  return (
    <summary data-stale={isStale ? '' : undefined}>
      <Icon icon={isStale ? TriangleAlert : Info} size={15} />
      <span class="clip">
        <strong>About</strong> {dataset.status === 'ready' && text}{' '}
        {isStale && canEdit ? 'It is late: load a new version.' : dataset.description}
      </span>
      {dataset.tags.map((tag) => (
        <span key={tag} class="chip">
          {tag}
        </span>
      ))}
    </summary>
  )
}

/** Description and freshness: one line that opens an editor. */
export function AboutDataset(props: Props) {
  const problem = props.life.problem.value
  return (
    <details class="about">
      <Gist {...props} />
      <div class="about-body">
        <Description {...props} />
        <Tags {...props} />
        {props.canEdit && props.dataset.status === 'ready' && <StaleLimit {...props} />}
      </div>
      {!props.canEdit && <p class="small muted">You can look at and ask this dataset; an analyst can change it.</p>}
      {problem && (
        <p class="small field-error" role="alert">
          {problem.message} {problem.hint}
        </p>
      )}
    </details>
  )
}

/** Placeholder until the server has the dataset. */
export function AboutLater() {
  return <p class="about faint clip">A description, tags and versions can be added once the file is uploaded.</p>
}

/** Similar datasets, and those that can be joined. */
export function SimilarDatasets({ life }: { readonly life: Life }) {
  const similar = life.similar.value.value
  if (!similar || similar.length === 0) return null
  return (
    <section class="similar" aria-label="Similar datasets">
      <h2>Similar datasets</h2>
      <ul>
        {similar.map(({ dataset, name, text }) => (
          <li key={dataset}>
            <a href={`/data/${dataset}`}>{name}</a> <span class="small muted">{text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
