import { fail } from '../../../errors.ts'
import type { Expression } from '../expression.ts'
import { type AggregateFunction, aggregateFunctions, type AggregateId, isSummable } from '../functions/aggregates.ts'
import { signatureOfAggregate } from '../functions/registry.ts'
import { refuse, type Span } from '../problem.ts'
import { accepted, namesOfParameters, namesOfTypes } from '../types.ts'
import { constantIn } from './calls.ts'
import { condition } from './operators.ts'
import { type Part, shown, typeOf, wrongType } from './part.ts'

export type Aggregating = {
  readonly id: AggregateId
  readonly parts: readonly Part[]
  readonly where: Part | null
  /** The model's time column, if any. */
  readonly time: Expression | null
}

/** Builds an aggregate from checked arguments. */
export function aggregate({ id, parts, where, time }: Aggregating, at: Span): Expression {
  const about: AggregateFunction = aggregateFunctions[id]
  const [of, second] = parts
  checkCount(id, parts, at)
  for (const part of [...parts, where]) if (part !== null) notNested(id, part)
  if (of) checkType(id, of)
  return {
    kind: 'aggregate',
    type: about.result(!of || typeOf(of) === 'null' ? 'decimal' : typeOf(of)),
    aggregate: id,
    of: of?.expression ?? null,
    where: where === null ? null : condition(where),
    fraction: about.second === 'fraction' && second ? fractionIn(second) : null,
    by: about.second === 'order' ? orderOf(second, time, () => noOrder(id, at)) : null,
  }
}

const orderOf = (second: Part | undefined, time: Expression | null, none: () => never): Expression =>
  second?.expression ?? time ?? none()

function checkCount(id: AggregateId, parts: readonly Part[], at: Span): void {
  const { isBare, second }: AggregateFunction = aggregateFunctions[id]
  const least = isBare ? 0 : second === 'fraction' ? 2 : 1
  const most = second === null ? 1 : 2
  if (parts.length >= least && parts.length <= most) return
  const reason =
    parts.length > most ? tooMany(id) : parts.length === 0 ? `What is the ${id} of?` : 'Which part, between 0 and 1?'
  refuse(parts[most]?.node ?? at, fail('formula/arguments', { reason, signature: signatureOfAggregate(id) }))
}

const withinRow: Partial<Record<AggregateId, string>> = { min: 'least', max: 'greatest' }

function tooMany(id: AggregateId): string {
  const other = withinRow[id]
  return `${id} is of one value for each row of a group.${other === undefined ? '' : ` Did you mean “${other}”?`}`
}

function notNested(id: AggregateId, part: Part): void {
  if (part.level === 'group') refuse(part.node, fail('formula/nested-aggregate', { inner: shown(part), outer: id }))
}

function checkType(id: AggregateId, part: Part): void {
  const { of }: AggregateFunction = aggregateFunctions[id]
  const type = typeOf(part)
  if (type === 'null' || (of === 'same' ? isSummable(type) : accepted[of].includes(type))) return
  const wanted = of === 'same' ? 'a number, a duration or yes and no' : namesOfParameters[of]
  wrongType(
    part,
    `${shown(part)} is ${namesOfTypes[type]}; ${id} needs ${wanted}.`,
    'Count its values with count(…) or distinct(…), or choose a column of numbers.',
  )
}

function fractionIn(part: Part): number {
  const value = constantIn(part)
  if (value !== null && value >= 0 && value <= 1) return value
  return wrongType(part, 'The part must be a number from 0 to 1.', 'Nine in ten is 0.9.')
}

const noOrder = (id: AggregateId, at: Span): never =>
  refuse(
    at,
    fail('formula/arguments', {
      reason: `By which column is a value the ${id}?`,
      signature: signatureOfAggregate(id),
    }),
  )
