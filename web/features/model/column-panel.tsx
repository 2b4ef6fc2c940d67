import { RotateCcw } from 'lucide'
import type { SemanticColumn } from '#core/semantic/semantic-model.ts'
import { decisionOf } from '#core/semantic/model/apply-document.ts'
import { noDecisions, type ColumnDecision } from '#core/semantic/model/model-document.ts'
import { possibleAggregates } from '#core/semantic/model/possible-aggregates.ts'
import { possibleFormats, possibleRoles } from '#core/semantic/model/possible-choices.ts'
import { type Aggregate, formats, roles } from '#core/semantic/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import { addItem, decide } from './edits.ts'
import { Check, Choice, FieldNote, ListInput, TextInput } from './inputs.tsx'
import { columnsIn, type ModelScreen, problemsAt } from './model.ts'
import { aggregateWords, formatWords, roleWords } from './words.ts'

type Props = { readonly screen: ModelScreen; readonly name: string }
type Parts = Props & {
  readonly decided: ColumnDecision
  readonly told: SemanticColumn
  readonly column: SemanticColumn
}

const problemsOf = ({ screen, name }: Props, key: keyof ColumnDecision) =>
  problemsAt(screen.problems.value, ['columns', name, key])

function Names(props: Parts) {
  const { screen, name, decided, told } = props
  const say = (said: Parameters<typeof decide>[2]): void => decide(screen.draft, name, said)
  return (
    <>
      <TextInput
        label="Name"
        value={decided.label ?? ''}
        placeholder={told.label}
        problems={problemsOf(props, 'label')}
        onText={(label) => say({ label: label === '' ? undefined : label })}
      />
      <TextInput
        label="Description"
        lines={2}
        value={decided.description ?? ''}
        placeholder="What it is, how it is counted, what it leaves out"
        onText={(description) => say({ description: description === '' ? undefined : description })}
      />
      <ListInput
        label="Other words for it"
        values={decided.synonyms ?? told.synonyms}
        placeholder="turnover, revenue"
        help="Commas between them. Questions may use any of these."
        onValues={(synonyms) => say({ synonyms: synonyms.join() === told.synonyms.join() ? undefined : synonyms })}
      />
    </>
  )
}

/** Allowed aggregates and the default one. */
function Figures(props: Parts) {
  const { screen, name, decided, column } = props
  const possible = possibleAggregates(column.type, column.role)
  const toggle = (aggregate: Aggregate, isOn: boolean): void => {
    const wanted = isOn ? [...column.aggregates, aggregate] : column.aggregates.filter((each) => each !== aggregate)
    decide(screen.draft, name, {
      aggregates: possible.filter((each) => wanted.includes(each)),
      defaultAggregate: wanted.includes(column.defaultAggregate) ? decided.defaultAggregate : undefined,
    })
  }
  return (
    <fieldset class="model-fieldset">
      <legend class="field-label">Figures that may be computed of it</legend>
      <div class="model-checks">
        {possible.map((aggregate) => (
          <Check
            key={aggregate}
            label={aggregateWords[aggregate]}
            checked={(decided.aggregates ?? column.aggregates).includes(aggregate)}
            onCheck={(isOn) => toggle(aggregate, isOn)}
          />
        ))}
      </div>
      <FieldNote problems={problemsOf(props, 'aggregates')} />
      {(column.role === 'id' || column.role === 'time') && (
        <p class="field-help">It tells rows apart, so it is never added up or averaged.</p>
      )}
      <Choice
        label="The usual one"
        value={column.defaultAggregate}
        options={column.aggregates.map((value) => ({ value, text: aggregateWords[value] }))}
        problems={problemsOf(props, 'defaultAggregate')}
        onValue={(value) =>
          decide(screen.draft, name, { defaultAggregate: possible.find((aggregate) => aggregate === value) })
        }
      />
    </fieldset>
  )
}

function Kinds(props: Parts) {
  const { screen, name, column, told } = props
  const setRole = (value: string): void => {
    const role = roles.find((each) => each === value)
    decide(screen.draft, name, {
      role: role === told.role ? undefined : role,
      aggregates: undefined,
      defaultAggregate: undefined,
    })
  }
  return (
    <div class="model-pair">
      <Choice
        label="What it is"
        value={column.role}
        options={possibleRoles(column.type).map((value) => ({ value, text: roleWords[value] }))}
        problems={problemsOf(props, 'role')}
        onValue={setRole}
      />
      <Choice
        label="How it is written"
        value={column.format}
        options={[...new Set([column.format, ...possibleFormats(column.type)])].map((value) => ({
          value,
          text: formatWords[value],
        }))}
        problems={problemsOf(props, 'format')}
        onValue={(value) => {
          const format = formats.find((each) => each === value)
          decide(screen.draft, name, { format: format === told.format ? undefined : format })
        }}
      />
    </div>
  )
}

/** Values beyond this many have no order that people would write. */
const mostOrdered = 100

/** The order of a text column's values, as found or as decided. */
function Order({ screen, name, decided, told, column }: Parts) {
  if (column.type !== 'text' || column.distinct > mostOrdered || column.distinct < 2) return null
  const found = told.order ?? []
  const say = (order: string[]): void =>
    decide(screen.draft, name, { order: order.join() === found.join() ? undefined : order })
  return (
    <ListInput
      label="Order of its values"
      values={decided.order ?? found}
      placeholder={column.values.slice(0, 3).join(', ')}
      help="Commas between them. Charts, legends, tables and pivots keep to it; empty: the largest first."
      onValues={say}
    />
  )
}

function Seeing({ screen, name, decided }: Parts) {
  const say = (said: Parameters<typeof decide>[2]): void => decide(screen.draft, name, said)
  return (
    <fieldset class="model-fieldset">
      <legend class="field-label">Who sees it</legend>
      <Check
        label="Hidden"
        help="Offered to nobody, and refused to all but owners. Measures may still use it."
        checked={decided.isHidden === true}
        onCheck={(isOn) => say({ isHidden: isOn ? true : undefined })}
      />
      <Check
        label="Masked"
        help="All but owners see dots, such as j•••@example.com. They can group by it and count it, and nothing else."
        checked={decided.isMasked === true}
        onCheck={(isOn) => say({ isMasked: isOn ? true : undefined })}
      />
      <p class="field-help">For single roles: see “Who sees what”.</p>
    </fieldset>
  )
}

/** The settings of one column. */
export function ColumnPanel({ screen, name }: Props) {
  const told = screen.state.value?.generated.columns.find((each) => each.name === name)
  const column = columnsIn(screen).find((each) => each.name === name)
  if (!told || !column) return null
  const decided = decisionOf(screen.draft.document.value ?? noDecisions, name)
  const parts: Parts = { screen, name, decided, told, column }
  const isDecided = Object.keys(decided).length > 0
  const group = (): void => {
    const groups = { name: `${column.label} group`, description: '', column: name, groups: [], rest: 'Other' }
    screen.place.value = { part: 'groups', at: addItem(screen.draft, 'groups', groups) }
  }
  return (
    <div class="model-form">
      <p class="small muted">
        In the data it is called <code>{name}</code>.
        {isDecided && (
          <Button
            kind="quiet"
            size="small"
            icon={RotateCcw}
            onClick={() =>
              decide(screen.draft, name, Object.fromEntries(Object.keys(decided).map((key) => [key, undefined])))
            }
          >
            As the data tells
          </Button>
        )}
      </p>
      <Names {...parts} />
      <Kinds {...parts} />
      <Order {...parts} />
      <Figures {...parts} />
      <Seeing {...parts} />
      {column.type === 'text' && column.role === 'dimension' && (
        <div>
          <Button size="small" onClick={group}>
            Group its values
          </Button>
        </div>
      )}
    </div>
  )
}
