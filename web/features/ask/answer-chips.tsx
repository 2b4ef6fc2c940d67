import { ChartColumn, ChevronDown, Plus } from 'lucide'
import { changeReading } from '#core/ask/change/change-reading.ts'
import type { Option } from '#core/ask/change/option.ts'
import { additionsTo, optionsFor, withAddition } from '#core/ask/change/options.ts'
import { pieceNamed, replacePiece } from '#core/ask/change/replace-piece.ts'
import { typedOption } from '#core/ask/change/typed-option.ts'
import { lessonOf } from '#core/ask/corrections/lesson.ts'
import type { Chip, Reading } from '#core/ask/reading.ts'
import { rankCharts } from '#core/charts/recommend.ts'
import { chartTypes, isChartTypeId } from '#core/charts/registry.ts'
import type { ChartData, ChartSpec } from '#core/charts/chart.ts'
import type { Correction } from '#core/semantic/correction.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { Icon } from '../../ui/icon.tsx'
import { chipKinds, originOf, saysOf } from './chip-words.ts'
import { OptionChip } from './option-chip.tsx'

type Props = {
  readonly reading: Reading
  readonly chart: ChartSpec
  /** The result, for the charts that suit it. */
  readonly data: ChartData
  readonly model: SemanticModel
  /** `lesson`: what the change says that the words of the question mean. */
  readonly onChange: (reading: Reading, lesson: Correction | null) => void
}

function ChipButton({ chip, reading, model, onChange }: Omit<Props, 'chart' | 'data'> & { readonly chip: Chip }) {
  const piece = pieceNamed(reading, chip.piece)
  if (piece === null) return <span class="chip answer-chip">{chip.text}</span>
  const choose = ({ piece: by }: Option): void =>
    onChange(
      changeReading(reading, replacePiece(reading.query, piece, by), model),
      by && lessonOf(chip, { from: piece, to: by }, model),
    )
  const removal = optionsFor(reading, piece, model).find((option) => option.piece === null)
  return (
    <OptionChip
      class="answer-chip"
      label={`Change “${chip.text}”`}
      title={originOf(chip)}
      tone={chip.isChanged ? 'accent' : undefined}
      options={() => optionsFor(reading, piece, model)}
      typed={(text) => typedOption(piece, text, model)}
      onChoose={choose}
      {...(removal ? { onRemove: () => choose(removal) } : {})}
    >
      <span class="answer-chip-kind">{chipKinds[chip.kind]}</span>
      <span class="answer-chip-text">{chip.text}</span>
      {chip.means !== undefined && <span class="answer-chip-means">{saysOf(chip.means)}</span>}
      {chip.isChanged && <span class="visually-hidden">, changed</span>}
      <Icon icon={ChevronDown} size={13} />
    </OptionChip>
  )
}

/** Every chart that can show the result, best first. */
function chartOptions(data: ChartData, reading: Reading): readonly Option[] {
  return rankCharts(data, reading).map(({ type, spec }) => ({
    group: 'Shown as',
    text: chartTypes[type].title,
    piece: { kind: 'chart', of: spec },
  }))
}

/** How a question was understood, piece by piece, each of which can be changed. */
export function AnswerChips({ reading, chart, data, model, onChange }: Props) {
  const charts = chartOptions(data, reading)
  const additions = additionsTo(reading, model)
  return (
    <ul class="answer-chips" aria-label="How it was understood">
      {reading.chips
        .filter(({ kind }) => kind !== 'chart')
        .map((chip) => (
          <li key={chip.piece}>
            <ChipButton chip={chip} reading={reading} model={model} onChange={onChange} />
          </li>
        ))}
      {additions.length > 0 && (
        <li>
          <OptionChip
            class="answer-chip"
            label="Add to this question"
            title="Group by something else, or add a figure"
            options={() => additions}
            onChoose={(option) => onChange(changeReading(reading, withAddition(reading, option), model), null)}
          >
            <Icon icon={Plus} size={14} />
            <span>Add</span>
          </OptionChip>
        </li>
      )}
      {charts.length > 1 && (
        <li>
          <OptionChip
            class="answer-chip"
            label="Show as another chart"
            title="Charts that suit this result"
            options={() => charts}
            onChoose={({ piece }) =>
              piece?.kind === 'chart' && onChange(changeReading(reading, { chart: piece.of }, model), null)
            }
          >
            <Icon icon={ChartColumn} size={14} />
            <span class="answer-chip-text">
              {isChartTypeId(chart.type) ? chartTypes[chart.type].title : chart.type}
            </span>
            <Icon icon={ChevronDown} size={13} />
          </OptionChip>
        </li>
      )}
    </ul>
  )
}
