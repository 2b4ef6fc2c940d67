import { checkCalculation, columnsRead } from '#core/semantic/model/formulas.ts'
import { possibleFormats } from '#core/semantic/model/possible-choices.ts'
import { formats } from '#core/semantic/vocabulary.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { changeItem } from './edits.ts'
import { FormulaBox } from './formula-box.tsx'
import { Choice, ListInput, TextInput } from './inputs.tsx'
import { type ModelScreen, problemsAt } from './model.ts'
import { Remove } from './remove.tsx'
import { queryOfCalculation } from './preview.ts'
import { MeasurePreview, PreviewProblem, RowsPreview } from './previews.tsx'
import { useResult } from './use-result.ts'
import { formatWords } from './words.ts'

type Props = { readonly screen: ModelScreen; readonly at: number }
type List = 'measures' | 'calculations'

/** Fields shared by named formulas. */
function Named({ screen, list, at }: Props & { readonly list: List }) {
  const item = screen.draft.document.value?.[list][at]
  if (!item) return null
  const change = (said: { name?: string; description?: string; synonyms?: string[] }): void =>
    changeItem(screen.draft, [list, at], said)
  return (
    <>
      <TextInput
        label="Description"
        lines={2}
        value={item.description}
        placeholder="What it tells, and how it is counted"
        onText={(description) => change({ description })}
      />
      <ListInput
        label="Other words for it"
        values={item.synonyms}
        placeholder="margin, return on sales"
        help="Commas between them. Questions may use any of these."
        onValues={(synonyms) => change({ synonyms })}
      />
    </>
  )
}

function NameInput({ screen, list, at, placeholder }: Props & { readonly list: List; readonly placeholder: string }) {
  const item = screen.draft.document.value?.[list][at]
  return (
    <TextInput
      label="Name"
      value={item?.name ?? ''}
      placeholder={placeholder}
      problems={problemsAt(screen.problems.value, [list, at, 'name'])}
      onText={(name) => changeItem(screen.draft, [list, at], { name })}
    />
  )
}

const measureFormats = ['number', 'currency', 'percent', 'percentage', 'duration', 'date', 'text'] as const

/** Edits a measure: name, formula and preview. */
export function MeasurePanel({ screen, at }: Props) {
  const item = screen.draft.document.value?.measures[at]
  const drawn = screen.drawn.value
  if (!item || !drawn) return null
  const change = (said: Partial<typeof item>): void => changeItem(screen.draft, ['measures', at], said)
  const others = { ...drawn.scope, measures: drawn.scope.measures.filter(({ name }) => name !== item.name) }
  return (
    <div class="model-form">
      <NameInput screen={screen} list="measures" at={at} placeholder="Profit margin" />
      <FormulaBox
        label="Formula"
        formula={item.formula}
        scope={others}
        placeholder="sum([Profit]) / sum([Sales])"
        problems={item.formula.trim() === '' ? [] : problemsAt(screen.problems.value, ['measures', at, 'formula'])}
        onFormula={(formula) => change({ formula })}
      />
      <MeasurePreview screen={screen} name={item.name} formula={item.formula} format={item.format} />
      <Choice
        label="How it is written"
        value={item.format}
        options={measureFormats.map((value) => ({ value, text: formatWords[value] }))}
        onValue={(value) => change({ format: formats.find((each) => each === value) ?? 'number' })}
      />
      <Named screen={screen} list="measures" at={at} />
      <Remove screen={screen} list="measures" at={at}>
        Remove this measure
      </Remove>
    </div>
  )
}

/** Queries the first values of a calculated column; null while its formula is invalid. */
function askedOf(screen: ModelScreen, at: number) {
  const item = screen.draft.document.value?.calculations[at]
  const drawn = screen.drawn.value
  if (!item || !drawn) return null
  const checked = checkCalculation(item, drawn.scope)
  return checked.ok ? queryOfCalculation(item, columnsRead(checked.value), drawn) : null
}

function CalculationPreview({ screen, at }: Props) {
  const { columns = [], hidden = [], calculations = [] } = screen.drawn.value?.model ?? {}
  const asked = askedOf(screen, at)
  const result = useResult(screen, asked)
  if (!asked) return <p class="small muted">Its first values show here once the formula can be computed.</p>
  const formatOf = (name: string) =>
    [...columns, ...hidden, ...calculations].find((each) => each.name === name)?.format ?? 'number'
  return (
    <div class="model-preview" aria-live="polite" data-loading={result.isLoading ? '' : undefined}>
      <PreviewProblem result={result} />
      {result.isLoading && !result.table && <Skeleton height={160} />}
      {result.table && <RowsPreview table={result.table} formatOf={formatOf} />}
    </div>
  )
}

/** Edits a calculated column: name, formula and first values. */
export function CalculationPanel({ screen, at }: Props) {
  const item = screen.draft.document.value?.calculations[at]
  const drawn = screen.drawn.value
  if (!item || !drawn) return null
  const change = (said: Partial<typeof item>): void => changeItem(screen.draft, ['calculations', at], said)
  const column = drawn.model.calculations.find(({ name }) => name === item.name)
  const others = { ...drawn.scope, measures: [], columns: drawn.scope.columns.filter(({ name }) => name !== item.name) }
  return (
    <div class="model-form">
      <NameInput screen={screen} list="calculations" at={at} placeholder="Profit" />
      <FormulaBox
        label="Formula, for each row"
        formula={item.formula}
        scope={others}
        placeholder="[Sales] - [Cost]"
        problems={item.formula.trim() === '' ? [] : problemsAt(screen.problems.value, ['calculations', at, 'formula'])}
        onFormula={(formula) => change({ formula })}
      />
      <CalculationPreview screen={screen} at={at} />
      {column && possibleFormats(column.type).length > 1 && (
        <Choice
          label="How it is written"
          value={column.format}
          options={possibleFormats(column.type).map((value) => ({ value, text: formatWords[value] }))}
          onValue={(value) => change({ format: formats.find((each) => each === value) ?? null })}
        />
      )}
      <Named screen={screen} list="calculations" at={at} />
      <Remove screen={screen} list="calculations" at={at}>
        Remove this column
      </Remove>
    </div>
  )
}
