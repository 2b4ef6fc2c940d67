import { Plus, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import type { ModelDocument } from '#core/semantic/model/model-document.ts'
import { cellAt } from '#core/table/table.ts'
import { Button } from '../../ui/button.tsx'
import { count } from '../../ui/figures.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { changeItem } from './edits.ts'
import { Check, Choice, FieldNote, TextInput } from './inputs.tsx'
import { type ModelScreen, problemsAt } from './model.ts'
import { PreviewProblem } from './previews.tsx'
import { Remove } from './remove.tsx'
import { type Result, useResult } from './use-result.ts'

type Groups = ModelDocument['groups'][number]
type Value = { readonly text: string; readonly rows: number }

const maxValues = 500

/** Values with their row counts, most frequent first. */
function valuesIn({ table }: Result): readonly Value[] | null {
  const [values, rows] = table?.columns ?? []
  if (!table || !values || !rows) return null
  return Array.from({ length: table.rows }, (_, row) => ({
    text: cellAt(values, row),
    rows: Number(cellAt(rows, row)),
  })).flatMap(({ text, rows: times }) => (typeof text === 'string' ? [{ text, rows: times }] : []))
}

type EditorProps = {
  readonly screen: ModelScreen
  readonly at: number
  readonly item: Groups
  readonly onGroups: (groups: Groups['groups']) => void
}

/** The groups with names and values; picked values go to the selected one. */
function GroupList({
  screen,
  at,
  item,
  onGroups,
  active,
  onActive,
}: EditorProps & { readonly active: number; readonly onActive: (at: number) => void }) {
  const change = (place: number, said: Partial<Groups['groups'][number]>): void =>
    onGroups(item.groups.map((each, index) => (index === place ? { ...each, ...said } : each)))
  return (
    <ol class="model-groups">
      {item.groups.map((group, place) => (
        <li key={place} data-active={place === active ? '' : undefined}>
          <div class="row">
            <input
              class="input grow"
              data-size="small"
              aria-label={`Name of group ${place + 1}`}
              value={group.name}
              placeholder="Name of the group"
              onFocus={() => onActive(place)}
              onInput={({ currentTarget }) => change(place, { name: currentTarget.value })}
            />
            <Button
              kind="quiet"
              size="small"
              icon={Trash2}
              label={`Remove ${group.name === '' ? `group ${place + 1}` : group.name}`}
              onClick={() => onGroups(item.groups.filter((_, index) => index !== place))}
            />
          </div>
          <div class="model-chips">
            {group.values.map((value) => (
              <button
                key={value}
                type="button"
                class="chip"
                title={`Take ${value} out`}
                onClick={() => change(place, { values: group.values.filter((each) => each !== value) })}
              >
                {value === '' ? '(empty text)' : value} ×
              </button>
            ))}
            {group.values.length === 0 && <span class="small muted">Pick its values from the list.</span>}
          </div>
          <FieldNote problems={problemsAt(screen.problems.value, ['groups', at, 'groups', place])} />
        </li>
      ))}
    </ol>
  )
}

function ValueList({
  values,
  item,
  onPick,
}: {
  readonly values: readonly Value[]
  readonly item: Groups
  readonly onPick: (values: readonly string[]) => void
}) {
  const [search, setSearch] = useState('')
  const groupOf = new Map(item.groups.flatMap(({ name, values: own }) => own.map((value) => [value, name] as const)))
  const shown = values.filter(({ text }) => text.toLowerCase().includes(search.toLowerCase()))
  const free = shown.filter(({ text }) => !groupOf.has(text))
  return (
    <div class="model-values">
      <div class="row">
        <input
          class="input grow"
          data-size="small"
          type="search"
          aria-label="Find values"
          placeholder="Find values"
          value={search}
          onInput={({ currentTarget }) => setSearch(currentTarget.value)}
        />
        {search !== '' && free.length > 1 && (
          <Button size="small" onClick={() => onPick(free.map(({ text }) => text))}>
            Take all {count(free.length)}
          </Button>
        )}
      </div>
      <ul>
        {shown.map(({ text, rows }) => (
          <li key={text}>
            <button type="button" disabled={groupOf.has(text)} onClick={() => onPick([text])}>
              <span class="grow clip">{text === '' ? '(empty text)' : text}</span>
              <span class="small faint clip">{groupOf.get(text) ?? count(rows)}</span>
            </button>
          </li>
        ))}
      </ul>
      {values.length >= maxValues && (
        <p class="field-help">The {count(maxValues)} most frequent values. For more, use a formula.</p>
      )}
    </div>
  )
}

/** Groups beside the values to pick from. */
function Grouping({ values, ...props }: EditorProps & { readonly values: readonly Value[] | null }) {
  const { item, onGroups } = props
  const [picked, setPicked] = useState(0)
  const active = Math.min(picked, item.groups.length - 1)
  const pick = (chosen: readonly string[]): void => {
    if (active < 0) return onGroups([{ name: '', values: [...chosen] }])
    onGroups(
      item.groups.map((group, place) =>
        place === active ? { ...group, values: [...group.values, ...chosen] } : group,
      ),
    )
  }
  return (
    <div class="model-grouping">
      <div class="stack">
        <GroupList {...props} active={active} onActive={setPicked} />
        <div>
          <Button
            size="small"
            icon={Plus}
            onClick={() => {
              setPicked(item.groups.length)
              onGroups([...item.groups, { name: '', values: [] }])
            }}
          >
            Add a group
          </Button>
        </div>
      </div>
      {values ? <ValueList values={values} item={item} onPick={pick} /> : <Skeleton height={220} />}
    </div>
  )
}

function Rest({ item, onRest }: { readonly item: Groups; readonly onRest: (rest: string | null) => void }) {
  return (
    <div class="model-pair">
      <Check
        label="Every other value has one name"
        help="Otherwise each keeps its own."
        checked={item.rest !== null}
        onCheck={(isOn) => onRest(isOn ? 'Other' : null)}
      />
      {item.rest !== null && <TextInput label="That name" value={item.rest} onText={onRest} />}
    </div>
  )
}

/** Groups values of a column: pick and name values, and name the rest. */
export function GroupsPanel({ screen, at }: { readonly screen: ModelScreen; readonly at: number }) {
  const item = screen.draft.document.value?.groups[at]
  const dataset = screen.state.value?.generated.dataset ?? ''
  const asked = item
    ? { dataset, dimensions: [{ column: item.column }], measures: [{ aggregate: 'count' as const }], limit: maxValues }
    : null
  const result = useResult(screen, asked)
  if (!item) return null
  const change = (said: Partial<Groups>): void => changeItem(screen.draft, ['groups', at], said)
  const onGroups = (groups: Groups['groups']): void => change({ groups })
  const columns = screen.state.value?.generated.columns.filter(({ type }) => type === 'text') ?? []
  return (
    <div class="model-form">
      <TextInput
        label="Name of the column of groups"
        value={item.name}
        placeholder="Product group"
        problems={problemsAt(screen.problems.value, ['groups', at, 'name'])}
        onText={(name) => change({ name })}
      />
      <Choice
        label="Groups the values of"
        value={item.column}
        options={columns.map(({ name, label }) => ({ value: name, text: label }))}
        problems={problemsAt(screen.problems.value, ['groups', at, 'column'])}
        onValue={(column) => change({ column, groups: [] })}
      />
      <Grouping screen={screen} at={at} item={item} onGroups={onGroups} values={valuesIn(result)} />
      <PreviewProblem result={result} />
      <Rest item={item} onRest={(rest) => change({ rest })} />
      <Remove screen={screen} list="groups" at={at}>
        Remove these groups
      </Remove>
    </div>
  )
}
