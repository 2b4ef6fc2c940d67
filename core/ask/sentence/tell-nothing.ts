import { plural } from '../../charts/labels.ts'
import { formatMoment } from '../../format/format-moment.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import type { Reading } from '../reading.ts'

function reach(model: SemanticModel): string {
  const time = model.columns.find(({ name }) => name === model.timeColumn)
  if (time?.range == null) return ''
  const isMoment = time.type === 'date' || time.type === 'timestamp'
  const at = (value: number): string => (isMoment ? formatMoment(value, 'day') : String(value))
  return ` ${time.label} runs from ${at(time.range.min)} to ${at(time.range.max)}.`
}

/** Why a result is empty, and what to do about it. */
export function tellNothing({ chips, noun }: Reading, model: SemanticModel): string {
  const conditions = chips.filter(({ kind, words }) => kind === 'filter' || (kind === 'time' && words !== ''))
  const rows = plural(noun ?? model.entity)
  if (conditions.length === 0) return `There are no ${rows} to answer from.`
  const said = conditions.map(({ text }) => text).join(' and ')
  const hint = conditions.some(({ kind }) => kind === 'time') ? reach(model) : ''
  return `No ${rows} match: ${said}.${hint} Leave out a condition to see more.`
}
