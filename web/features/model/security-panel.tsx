import { decisionOf } from '#core/semantic/model/apply-document.ts'
import { Plus, Trash2 } from 'lucide'
import { rowFilters } from '#core/access/row-filters.ts'
import { accessOf } from '#core/semantic/model/access-of.ts'
import { type RowCondition, type RuledRole, ruledRoles } from '#core/semantic/model/access-rules.ts'
import { type ModelDocument, noDecisions } from '#core/semantic/model/model-document.ts'
import type { SemanticColumn } from '#core/semantic/semantic-model.ts'
import { cellAt } from '#core/table/table.ts'
import { Button } from '../../ui/button.tsx'
import { count } from '../../ui/figures.ts'
import { addItem, changeItem, decide, removeItem } from './edits.ts'
import { Choice, FieldNote, ListInput, TextInput } from './inputs.tsx'
import { type ModelScreen, problemsAt } from './model.ts'
import { queryOfRows } from './preview.ts'
import { LookAs } from './look-as.tsx'
import { PreviewProblem } from './previews.tsx'
import { useResult } from './use-result.ts'
import { roleNames } from './words.ts'

type Screen = { readonly screen: ModelScreen }
type Rule = ModelDocument['rows'][number]

const isNumber = ({ type }: SemanticColumn): boolean => type === 'integer' || type === 'decimal' || type === 'duration'
const isMoment = ({ type }: SemanticColumn): boolean => type === 'date' || type === 'timestamp'

function operatorsFor(
  column: SemanticColumn,
): readonly { readonly value: RowCondition['op']; readonly text: string }[] {
  const values = [
    { value: 'in' as const, text: 'is one of' },
    { value: 'notIn' as const, text: 'is none of' },
  ]
  if (column.type === 'text') return [...values, { value: 'caller', text: 'is the caller’s' }]
  if (column.type === 'boolean') return values
  return [...values, { value: 'atLeast', text: 'is at least' }, { value: 'atMost', text: 'is at most' }]
}

const valueOf = (column: SemanticColumn, text: string): string | number | boolean => {
  if (column.type === 'boolean') return text.toLowerCase() === 'true' || text.toLowerCase() === 'yes'
  const number = Number(text)
  return isNumber(column) && text.trim() !== '' && !Number.isNaN(number) ? number : text
}

function conditionOf(op: RowCondition['op'], column: string): RowCondition {
  if (op === 'caller') return { op, column, attribute: 'email' }
  return op === 'in' || op === 'notIn' ? { op, column, values: [] } : { op, column, value: '' }
}

type ConditionProps = {
  readonly condition: RowCondition
  readonly column: SemanticColumn | undefined
  readonly onCondition: (condition: RowCondition) => void
}

function Operand({ condition, column, onCondition }: ConditionProps) {
  if (!column) return null
  if (condition.op === 'caller')
    return (
      <TextInput
        label="Attribute"
        value={condition.attribute}
        help="Such as email: each sees the rows that carry their own."
        onText={(attribute) => onCondition({ ...condition, attribute })}
      />
    )
  if ('values' in condition)
    return (
      <ListInput
        label="Values"
        values={condition.values.map(String)}
        placeholder={column.values.slice(0, 3).join(', ')}
        onValues={(values) => onCondition({ ...condition, values: values.map((text) => valueOf(column, text)) })}
      />
    )
  return (
    <TextInput
      label="Value"
      value={String(condition.value)}
      placeholder={isMoment(column) ? '2024-03-01' : '100'}
      onText={(text) => {
        const value = valueOf(column, text)
        onCondition({ ...condition, value: typeof value === 'boolean' ? text : value })
      }}
    />
  )
}

/** Number of rows a role sees under the edited rules. */
function RowsSeen({ screen, role }: Screen & { readonly role: RuledRole }) {
  const dataset = screen.state.value?.generated.dataset ?? ''
  const document = screen.draft.document.value ?? noDecisions
  const filters = rowFilters({ access: accessOf(document) }, { role, attributes: {} })
  const isSound = problemsAt(screen.problems.value, ['rows']).length === 0
  const result = useResult(screen, isSound ? queryOfRows(dataset, filters) : null)
  const [column] = result.table?.columns ?? []
  const byCaller = document.rows.some((rule) => rule.role === role && rule.conditions.some(({ op }) => op === 'caller'))
  const all = screen.state.value?.generated.rows ?? 0
  if (!column) return <PreviewProblem result={result} />
  if (byCaller) return <p class="small">Each sees their own rows; somebody of whom nothing is known sees none.</p>
  return (
    <p class="small" role="status">
      {roleNames[role]} see <strong class="numeric">{count(Number(cellAt(column, 0)))}</strong> of {count(all)} rows.
    </p>
  )
}

function RuleCard({ screen, at, rule }: Screen & { readonly at: number; readonly rule: Rule }) {
  const columns = screen.state.value?.generated.columns ?? []
  const put = (conditions: RowCondition[]): void => changeItem(screen.draft, ['rows', at], { conditions })
  const set = (place: number, condition: RowCondition): void =>
    put(rule.conditions.map((each, index) => (index === place ? condition : each)))
  const remove = (place: number): void => {
    const rest = rule.conditions.filter((_, index) => index !== place)
    if (rest.length === 0) removeItem(screen.draft, 'rows', at)
    else put(rest)
  }
  return (
    <li class="card model-card">
      <h4>{roleNames[rule.role]} see rows where</h4>
      {rule.conditions.map((condition, place) => {
        const column = columns.find(({ name }) => name === condition.column)
        return (
          <div key={place} class="model-condition">
            <Choice
              label={place === 0 ? 'Column' : 'and column'}
              value={condition.column}
              options={columns.map(({ name, label }) => ({ value: name, text: label }))}
              onValue={(name) => set(place, conditionOf('in', name))}
            />
            <Choice
              label="Condition"
              value={condition.op}
              options={column ? operatorsFor(column) : []}
              onValue={(op) => {
                const chosen = column && operatorsFor(column).find(({ value }) => value === op)
                if (chosen) set(place, conditionOf(chosen.value, condition.column))
              }}
            />
            <Operand condition={condition} column={column} onCondition={(next) => set(place, next)} />
            <Button
              kind="quiet"
              size="small"
              icon={Trash2}
              label="Remove this condition"
              onClick={() => remove(place)}
            />
            <FieldNote problems={problemsAt(screen.problems.value, ['rows', at, 'conditions', place])} />
          </div>
        )
      })}
      <div class="row wrap">
        <Button
          size="small"
          icon={Plus}
          onClick={() => put([...rule.conditions, conditionOf('in', columns[0]?.name ?? '')])}
        >
          And …
        </Button>
        <RowsSeen screen={screen} role={rule.role} />
      </div>
    </li>
  )
}

const seeing = [
  { value: 'shown', text: 'See it' },
  { value: 'masked', text: 'Masked' },
  { value: 'hidden', text: 'Hidden' },
] as const

/** Column visibility: one row per column, one choice per role. */
function ColumnGrid({ screen }: Screen) {
  const columns = screen.state.value?.generated.columns ?? []
  const document = screen.draft.document.value ?? noDecisions
  const rules = accessOf(document).columns
  return (
    <div class="model-rows" tabIndex={0} role="region" aria-label="Who sees which column">
      <table>
        <thead>
          <tr>
            <th scope="col">Column</th>
            {ruledRoles.map((role) => (
              <th key={role} scope="col">
                {roleNames[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map(({ name, label }) => {
            const { visibility = {}, isHidden, isMasked } = decisionOf(document, name)
            return (
              <tr key={name}>
                <th scope="row">{label}</th>
                {ruledRoles.map((role) => (
                  <td key={role}>
                    <select
                      class="select"
                      data-size="small"
                      aria-label={`${label} for ${roleNames[role].toLowerCase()}`}
                      disabled={isHidden === true || isMasked === true}
                      value={rules.find((rule) => rule.column === name && rule.role === role)?.visibility ?? 'shown'}
                      onChange={({ currentTarget }) => {
                        const { [role]: _before, ...others } = visibility
                        const chosen = currentTarget.value
                        const next = chosen === 'hidden' || chosen === 'masked' ? { ...others, [role]: chosen } : others
                        decide(screen.draft, name, { visibility: Object.keys(next).length === 0 ? undefined : next })
                      }}
                    >
                      {seeing.map(({ value, text }) => (
                        <option key={value} value={value}>
                          {text}
                        </option>
                      ))}
                    </select>
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Row and column access per role; owners see everything. */
export function SecurityPanel({ screen }: Screen) {
  const document = screen.draft.document.value ?? noDecisions
  const columns = screen.state.value?.generated.columns ?? []
  const first = columns.find(({ type, role }) => type === 'text' && role === 'dimension') ?? columns[0]
  const free = ruledRoles.filter((role) => !document.rows.some((rule) => rule.role === role))
  const add = (role: RuledRole): void => {
    if (first) addItem(screen.draft, 'rows', { role, conditions: [conditionOf('in', first.name)] })
  }
  return (
    <div class="model-form">
      <p class="small muted">
        Owners see everything. All figures of others, shares and comparisons too, are of the rows that they see. Whoever
        sees a part is not given the file, the profile or free SQL.
      </p>
      <section class="stack">
        <h3>Rows</h3>
        <ul class="stack">
          {document.rows.map((rule, at) => (
            <RuleCard key={at} screen={screen} at={at} rule={rule} />
          ))}
        </ul>
        <div class="row wrap">
          {free.map((role) => (
            <Button key={role} size="small" icon={Plus} onClick={() => add(role)}>
              Rule for {roleNames[role].toLowerCase()}
            </Button>
          ))}
        </div>
      </section>
      <section class="stack">
        <h3>Columns</h3>
        <ColumnGrid screen={screen} />
      </section>
      <LookAs screen={screen} />
    </div>
  )
}
