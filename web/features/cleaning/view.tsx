import { BrushCleaning, Download } from 'lucide'
import { useLocation } from 'preact-iso'
import { useRef, useState } from 'preact/hooks'
import { tableFigures } from '#core/clean/describe-log.ts'
import type { Merge } from '#core/clean/learning/clusters.ts'
import type { CleaningLog } from '#core/clean/log.ts'
import type { Suggestion } from '#core/clean/suggest/suggest-steps.ts'
import { type Dataset, downloadOf } from '../../api.ts'
import { safeCsvWords } from '../../ui/safe-csv-words.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { count } from '../../ui/figures.ts'
import { Icon } from '../../ui/icon.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CleanedNotice } from './cleaned-notice.tsx'
import type { CleaningScreen } from './model.ts'
import { PreviewTable } from './preview-table.tsx'
import { RecipeList } from './recipe-list.tsx'
import { StepDialog } from './step-dialog.tsx'
import { SuggestionCard } from './suggestion-card.tsx'
import './cleaning.css'

type Props = {
  readonly screen: CleaningScreen
  readonly dataset: Dataset
  /** True if the server has the dataset; versions are created there. */
  readonly isServed: boolean
}

const shownAtFirst = 6

type Wanted = { readonly step?: string; readonly column?: string }

/** True for the suggestion that the link refers to, by step and column. */
function isWanted({ take: { step, settings } }: Suggestion, wanted: Wanted): boolean {
  if (step !== wanted.step) return false
  return wanted.column === undefined || JSON.stringify(settings).includes(JSON.stringify(wanted.column))
}

function Suggestions({ screen }: { readonly screen: CleaningScreen }) {
  const { query } = useLocation()
  const [all, setAll] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  const found = screen.suggestions.value
  /** After a card disappears, the focus moves to the one in its place. */
  const take = (suggestion: Suggestion, at: number): void => {
    screen.take(suggestion)
    requestAnimationFrame(() => {
      const cards = list.current?.children
      const next = cards?.[Math.min(at, cards.length - 1)]?.querySelector('button')
      ;(next ?? document.querySelector<HTMLElement>('.clean-recipe select'))?.focus()
    })
  }
  if (found === null)
    return (
      <section aria-label="Suggestions" class="stack">
        <p class="small muted">Looking for what needs cleaning …</p>
        <Skeleton height={180} />
      </section>
    )
  if (found.length === 0)
    return screen.recipe.value.steps.length > 0 ? null : (
      <EmptyState
        icon={BrushCleaning}
        title="Nothing needs cleaning"
        text="No spaces, spellings, duplicates, gaps or odd values stand out. You can still add steps of your own to the recipe."
      />
    )
  const wanted = found.filter((suggestion) => isWanted(suggestion, query))
  const sorted = [...wanted, ...found.filter((suggestion) => !wanted.includes(suggestion))]
  const shown = all ? sorted : sorted.slice(0, Math.max(shownAtFirst, wanted.length))
  return (
    <section aria-labelledby="clean-suggestions" class="stack">
      <h3 id="clean-suggestions">Suggestions</h3>
      <ul class="clean-cards" ref={list}>
        {shown.map((suggestion, at) => (
          <SuggestionCard
            key={JSON.stringify(suggestion.take)}
            suggestion={suggestion}
            isWanted={wanted.includes(suggestion)}
            onTake={() => take(suggestion, at)}
          />
        ))}
      </ul>
      {found.length > shown.length && (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            Show {count(found.length - shown.length)} more
          </Button>
        </div>
      )}
    </section>
  )
}

function Figures({ log }: { readonly log: CleaningLog }) {
  return (
    <table class="clean-figures small">
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody class="numeric">
        {tableFigures.map(({ text, of }) => (
          <tr key={text} data-changed={of(log.before) === of(log.after) ? undefined : ''}>
            <th scope="row">{text}</th>
            <td>{of(log.before)}</td>
            <td>{of(log.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Apply({ screen, dataset, isServed }: Props) {
  const [said, setKeeps] = useState<boolean | null>(null)
  const keeps = said ?? screen.cleaned.value?.keeps ?? false
  const { next } = dataset
  const isMoving = next !== null && next.status !== 'failed'
  const isEmpty = screen.recipe.value.steps.length === 0
  if (isMoving)
    return (
      <div class="stack" role="status">
        <p class="small">Making the new version. The current one answers until it is ready.</p>
        <Progress value={next.progress} label="Making the new version" />
      </div>
    )
  return (
    <div class="stack">
      {next?.failure && <FailureNotice problem={{ ...next.failure, status: 0 }} />}
      <label class="clean-check small">
        <input type="checkbox" checked={keeps} onChange={({ currentTarget }) => setKeeps(currentTarget.checked)} />
        <span>Clean later uploads of this data the same way</span>
      </label>
      <Button
        kind="primary"
        disabled={isEmpty || !isServed || screen.isApplying.value}
        onClick={() => void screen.apply(keeps)}
      >
        Apply as a new version
      </Button>
      {!isServed && <p class="small muted">This can be done as soon as the file has been sent and read.</p>}
    </div>
  )
}

const downloads = [
  { format: 'csv', ending: 'csv', text: 'CSV' },
  { format: 'exact-csv', ending: 'csv', text: 'CSV, exact' },
  { format: 'parquet', ending: 'parquet', text: 'Parquet' },
  { format: 'zip', ending: 'zip', text: 'Zip with report' },
] as const

function Downloads({ dataset }: { readonly dataset: Dataset }) {
  return (
    <div class="clean-downloads">
      <p class="small muted">Download the data as it is now</p>
      <div>
        {downloads.map(({ format, ending, text }) => (
          <a
            key={format}
            class="button"
            data-size="small"
            href={downloadOf(dataset.id, format)}
            download={`${dataset.name}.${ending}`}
          >
            <Icon icon={Download} size={14} />
            {text}
          </a>
        ))}
      </div>
      <p class="small muted">{safeCsvWords} In “CSV, exact” every cell is as it is.</p>
    </div>
  )
}

function foundMerges(screen: CleaningScreen, at: number): readonly Merge[] {
  const learned = screen.preview.value?.log.steps[at]?.learned['merges']
  return Array.isArray(learned) ? (learned as unknown as readonly Merge[]) : []
}

function Editor({ screen }: { readonly screen: CleaningScreen }) {
  const at = screen.editing.value
  const step = at === null ? undefined : screen.recipe.value.steps[at]
  if (at === null || step === undefined) return null
  return (
    <StepDialog
      key={at}
      step={step}
      fields={screen.fieldsAt(at)}
      found={foundMerges(screen, at)}
      onSettings={(settings) => screen.change(at, settings)}
      onClose={() => (screen.editing.value = null)}
    />
  )
}

function Changes({ screen }: { readonly screen: CleaningScreen }) {
  const preview = screen.preview.value
  const opened = screen.opened.value
  if (screen.recipe.value.steps.length === 0 || preview === null) return null
  const isPart = opened !== null && opened.rows < opened.of
  return (
    <section aria-labelledby="clean-preview" class="stack clean-changes">
      <h3 id="clean-preview">Before and after</h3>
      <p class="small muted">
        The first {count(preview.rows.length)} rows that change.
        {isPart && ` Judged by the first ${count(opened.rows)} of ${count(opened.of)} rows; applying takes them all.`}
      </p>
      <PreviewTable preview={preview} />
    </section>
  )
}

/** The cleaning screen: suggestions, recipe and preview. */
export function CleaningView({ screen, dataset, isServed }: Props) {
  const preview = screen.preview.value
  return (
    <div class="clean">
      <div class="clean-main">
        {screen.problem.value && (
          <FailureNotice problem={screen.problem.value}>
            <Button size="small" onClick={() => void screen.start()}>
              Try again
            </Button>
          </FailureNotice>
        )}
        <CleanedNotice screen={screen} />
        <Suggestions screen={screen} />
        <Changes screen={screen} />
      </div>
      <aside class="clean-recipe card" aria-label="Recipe">
        <RecipeList screen={screen} />
        {preview && <Figures log={preview.log} />}
        <Apply screen={screen} dataset={dataset} isServed={isServed} />
        {isServed && <Downloads dataset={dataset} />}
      </aside>
      <Editor screen={screen} />
    </div>
  )
}
