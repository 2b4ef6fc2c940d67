import { Database, Search } from 'lucide'
import { useState } from 'preact/hooks'
import { freshnessOf } from '#core/catalog/freshness.ts'
import type { Dataset, Hit } from '../../api.ts'
import type { Outcome } from '../../transport.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { bytes, count } from '../../ui/figures.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { reasonOf, useSearch } from './search-box.tsx'
import './catalog.css'

const statusWords = { pending: 'waiting', processing: 'being read', ready: '', failed: 'could not be read' } as const

function factsOf({ status, rows, columns, size, version, fileName }: Dataset): string {
  const facts = [
    statusWords[status],
    rows === null ? '' : `${count(rows)} rows`,
    columns === null ? '' : `${count(columns)} columns`,
    bytes(size),
    version.number > 1 ? `version ${version.number}` : '',
    fileName,
  ]
  return facts.filter((fact) => fact !== '').join(' · ')
}

const momentOf = (text: string | null): number | null => (text === null ? null : Date.parse(text))

function Freshness({ dataset, now }: { readonly dataset: Dataset; readonly now: number }) {
  const { newestAt, cadence, processedAt, createdAt, staleAfterHours } = dataset
  const arrivedAt = Date.parse(processedAt ?? createdAt)
  const { isStale, text } = freshnessOf({ newestAt: momentOf(newestAt), cadence, arrivedAt, staleAfterHours }, now)
  return (
    <span class="small data-fresh" data-stale={isStale ? '' : undefined}>
      {isStale ? `Stale: ${text}` : text}
    </span>
  )
}

type EntryProps = { readonly dataset: Dataset; readonly reason: string; readonly now: number }

function Entry({ dataset, reason, now }: EntryProps) {
  const { id, name, description, tags, status, sample } = dataset
  return (
    <li class="data-entry">
      <a class="data-name" href={`/data/${id}`}>
        {name}
      </a>
      {sample && <span class="small muted">sample</span>}
      {reason !== '' && (
        <span class="chip" data-tone="accent">
          {reason}
        </span>
      )}
      <p class="small muted numeric">{factsOf(dataset)}</p>
      {description !== '' && <p class="small data-description">{description}</p>}
      <div class="data-line">
        {status === 'ready' && <Freshness dataset={dataset} now={now} />}
        {tags.map((tag) => (
          <a key={tag} class="chip" href={`/data?tag=${encodeURIComponent(tag)}`}>
            {tag}
          </a>
        ))}
      </div>
    </li>
  )
}

function TagFilter({ tags, chosen }: { readonly tags: readonly string[]; readonly chosen: string | null }) {
  if (tags.length === 0) return null
  return (
    <div class="data-line" role="group" aria-label="Filter by tag">
      <a class="chip" data-tone={chosen === null ? 'accent' : undefined} aria-current={chosen === null} href="/data">
        All
      </a>
      {tags.map((tag) => (
        <a
          key={tag}
          class="chip"
          data-tone={tag === chosen ? 'accent' : undefined}
          aria-current={tag === chosen}
          href={`/data?tag=${encodeURIComponent(tag)}`}
        >
          {tag}
        </a>
      ))}
    </div>
  )
}

type Props = {
  /** Null until loaded. */
  readonly datasets: readonly Dataset[] | null
  /** Shows only datasets with this tag; null for all. */
  readonly tag: string | null
  readonly search: (text: string) => Promise<Outcome<readonly Hit[]>>
  readonly now: number
}

/** Search hits, best first; all datasets without a search. */
function chosenOf({ datasets, tag }: Props, hits: readonly Hit[] | null): readonly EntryProps['dataset'][] {
  const all = (datasets ?? []).filter(({ tags }) => tag === null || tags.includes(tag))
  if (!hits) return all
  return hits.flatMap(({ dataset }) => all.filter(({ id }) => id === dataset))
}

/** The list of datasets, with search and tag filter. */
export function DataView(props: Props) {
  const { datasets, tag, search, now } = props
  const [text, setText] = useState('')
  const hits = useSearch(text, search)
  const shown = chosenOf(props, hits)
  const tags = [...new Set((datasets ?? []).flatMap((dataset) => dataset.tags))].sort()
  const reasonFor = (id: string): string => {
    const hit = hits?.find(({ dataset }) => dataset === id)
    return hit ? reasonOf(hit) : ''
  }
  return (
    <div class="data-page">
      <input
        class="input"
        type="search"
        aria-label="Search by name, description, tag, column or meaning"
        placeholder="Search by name, description, tag, column or meaning"
        maxLength={200}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <TagFilter tags={tags} chosen={tag} />
      {!datasets && <Skeleton height={240} />}
      {datasets && shown.length === 0 && (
        <EmptyState
          icon={text === '' && tag === null ? Database : Search}
          title={text === '' && tag === null ? 'No data yet' : 'Nothing was found'}
          text={
            text === '' && tag === null
              ? 'Load a file, and it appears here.'
              : 'Try another word: a column, a tag, or what the data is about.'
          }
        />
      )}
      {shown.length > 0 && (
        <ul class="data-list card">
          {shown.map((dataset) => (
            <Entry key={dataset.id} dataset={dataset} reason={reasonFor(dataset.id)} now={now} />
          ))}
        </ul>
      )}
    </div>
  )
}
