import { Link2, Plus, Trash2 } from 'lucide'
import type { RelationshipDecision } from '#core/semantic/model/model-document.ts'
import type { Related } from '#core/semantic/model/related.ts'
import { wordsOfName } from '#core/profile/name-words.ts'
import { cellAt } from '#core/table/table.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { count } from '../../ui/figures.ts'
import { addItem, changeItem, removeItem } from './edits.ts'
import { Choice, TextInput } from './inputs.tsx'
import { type ModelScreen, problemsAt } from './model.ts'
import { queryOfPartners } from './preview.ts'
import { PreviewProblem } from './previews.tsx'
import { useResult } from './use-result.ts'

/** Column pairs with equal names and compatible types. */
function suggestionsOf(screen: ModelScreen): readonly RelationshipDecision[] {
  const known = screen.draft.document.value?.relationships ?? []
  const columns = screen.state.value?.generated.columns ?? []
  const keyOf = (name: string): string => wordsOfName(name).join(' ')
  return (screen.state.value?.related ?? [])
    .filter(({ dataset }) => !known.some((each) => each.dataset === dataset))
    .flatMap(({ dataset, name, keys, columns: theirs }) => {
      const found = columns.flatMap((column) => {
        const key = theirs.find(
          (each) => keys.includes(each.name) && keyOf(each.name) === keyOf(column.name) && each.type === column.type,
        )
        return key ? [{ name: name.replaceAll('.', ' '), dataset, column: column.name, key: key.name }] : []
      })
      return found.slice(0, 1)
    })
}

/** Number of rows with a match in the other dataset. */
function Partners({ screen, each }: { readonly screen: ModelScreen; readonly each: RelationshipDecision }) {
  const dataset = screen.state.value?.generated.dataset ?? ''
  const isWhole = each.column !== '' && each.key !== '' && each.name !== ''
  const result = useResult(screen, isWhole ? queryOfPartners(dataset, each) : null)
  const [rows, found] = (result.table?.columns ?? []).map((column) => Number(cellAt(column, 0)))
  if (rows === undefined || found === undefined) return <PreviewProblem result={result} />
  return (
    <p class="small" role="status">
      <strong class="numeric">{count(found)}</strong> of {count(rows)} rows find a partner
      {found < rows && `; for the other ${count(rows - found)} its columns are empty`}.
    </p>
  )
}

type EditorProps = {
  readonly screen: ModelScreen
  readonly at: number
  readonly each: RelationshipDecision
  readonly related: readonly Related[]
}

/** The key columns of a relationship. */
function Keys({ screen, at, each, related }: EditorProps) {
  const change = (said: Partial<RelationshipDecision>): void => changeItem(screen.draft, ['relationships', at], said)
  const other = related.find(({ dataset }) => dataset === each.dataset)
  const of = (key: string) => problemsAt(screen.problems.value, ['relationships', at, key])
  return (
    <div class="model-pair">
      <Choice
        label="Found by this column here"
        value={each.column}
        options={(screen.state.value?.generated.columns ?? []).map(({ name, label }) => ({
          value: name,
          text: label,
        }))}
        problems={of('column')}
        onValue={(column) => change({ column })}
      />
      <Choice
        label={`And this key of ${other?.name ?? 'it'}`}
        value={each.key}
        options={(other?.columns ?? []).map(({ name, label }) => ({
          value: name,
          text: other?.keys.includes(name) ? label : `${label} (not a key)`,
        }))}
        problems={of('key')}
        onValue={(key) => change({ key })}
      />
    </div>
  )
}

function Relationship({ screen, at, each, related }: EditorProps) {
  const change = (said: Partial<RelationshipDecision>): void => changeItem(screen.draft, ['relationships', at], said)
  const problems = problemsAt(screen.problems.value, ['relationships', at])
  const of = (key: string) => problems.filter(({ path }) => path[2] === key)
  return (
    <li class="card model-card">
      <div class="row">
        <h4 class="grow clip">{each.name || 'Without a name'}</h4>
        <Button
          kind="quiet"
          size="small"
          icon={Trash2}
          label={`Remove ${each.name}`}
          onClick={() => removeItem(screen.draft, 'relationships', at)}
        />
      </div>
      <div class="model-pair">
        <Choice
          label="Each row here has its"
          value={each.dataset}
          options={related.map(({ dataset, name }) => ({ value: dataset, text: name }))}
          problems={of('dataset')}
          onValue={(dataset) => {
            const next = related.find((one) => one.dataset === dataset)
            change({ dataset, key: next?.keys[0] ?? '' })
          }}
        />
        <TextInput
          label="Called"
          value={each.name}
          problems={of('name')}
          help={`Its columns are named ${each.name || 'name'}.column.`}
          onText={(name) => change({ name })}
        />
      </div>
      <Keys screen={screen} at={at} each={each} related={related} />
      {problems.length === 0 && <Partners screen={screen} each={each} />}
    </li>
  )
}

/** Relationships that add columns of other datasets. */
export function RelationshipsPanel({ screen }: { readonly screen: ModelScreen }) {
  const related = screen.state.value?.related ?? []
  const relationships = screen.draft.document.value?.relationships ?? []
  const suggestions = suggestionsOf(screen)
  const nameOf = (dataset: string): string => related.find((each) => each.dataset === dataset)?.name ?? ''
  if (related.length + relationships.length === 0)
    return (
      <EmptyState
        icon={Link2}
        title="There is no other dataset yet"
        text="Add a second file, such as a list of customers or products, and relate the rows here to it."
      />
    )
  const begin = (): void => {
    const [first] = related
    const column = screen.state.value?.generated.columns[0]
    if (first && column)
      addItem(screen.draft, 'relationships', {
        name: first.name.replaceAll('.', ' '),
        dataset: first.dataset,
        column: column.name,
        key: first.keys[0] ?? '',
      })
  }
  return (
    <div class="model-form">
      <p class="small muted">
        Each row here may have one row in another dataset, found by a key that stands once there. So a join never counts
        a row twice.
      </p>
      {suggestions.length > 0 && (
        <div class="model-chips" role="group" aria-label="Suggested">
          {suggestions.map((each) => (
            <Button
              key={each.dataset}
              size="small"
              icon={Plus}
              onClick={() => addItem(screen.draft, 'relationships', each)}
            >
              {nameOf(each.dataset)} by {each.column}
            </Button>
          ))}
        </div>
      )}
      <ul class="stack">
        {relationships.map((each, at) => (
          <Relationship key={at} screen={screen} at={at} each={each} related={related} />
        ))}
      </ul>
      <div>
        <Button size="small" icon={Plus} onClick={begin}>
          Relate to another dataset
        </Button>
      </div>
    </div>
  )
}
