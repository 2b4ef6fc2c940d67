import { describe, expect, test } from 'vitest'
import { check } from '#core/semantic/formula/check/check.ts'
import { complete } from '#core/semantic/formula/complete.ts'
import type { Expression } from '#core/semantic/formula/expression.ts'
import { partsOf } from '#core/semantic/formula/expression.ts'
import { aggregateFunctions, type AggregateId } from '#core/semantic/formula/functions/aggregates.ts'
import { functionNames, functions, type FunctionId } from '#core/semantic/formula/functions/registry.ts'
import { aggregates } from '#core/semantic/vocabulary.ts'
import { exampleScope } from '../support/formula-scope.ts'

const entries = { ...functions, ...aggregateFunctions }
const ids = Object.keys(entries) as (FunctionId | AggregateId)[]

const holds = (expression: Expression, id: string): boolean =>
  (expression.kind === 'operation' && expression.operation === id) ||
  (expression.kind === 'aggregate' && expression.aggregate === id) ||
  (expression.kind === 'case' && id === 'if') ||
  partsOf(expression).some((part) => holds(part, id))

describe.each(ids)('the function %s', (id) => {
  const { help, example, aliases } = entries[id]

  test('is explained in one sentence, with an example that is a formula', () => {
    expect(help).toMatch(/^[A-Z].*\.$/)
    const checked = check(example, exampleScope)
    expect(checked).toMatchObject({ ok: true })
    const isFolded = id === 'date_trunc' || id === 'date' || id === 'text' || id === 'number'
    if (checked.ok && !isFolded) expect(holds(checked.value.expression, id)).toBe(true)
  })

  test('is called by each of its names, in any case, and refuses what it cannot take', () => {
    for (const name of [id, ...aliases].flatMap((one) => [one, one.toUpperCase()])) {
      expect(check(example.replace(id, name), exampleScope)).toMatchObject({ ok: true })
    }
    const tooMany = check(`${id}(${Array.from({ length: 9 }, () => 'null').join(', ')})`, exampleScope)
    const mayRepeat = ['coalesce', 'least', 'greatest', 'concat'].includes(id)
    expect(tooMany.ok).toBe(mayRepeat)
  })

  test('is offered while it is typed, with its signature', () => {
    const offered = complete(id, id.length, exampleScope)
    expect(offered.items.map(({ label }) => label)).toContain(id)
    expect(complete(`${id}(`, id.length + 1, exampleScope).signature?.help).toBe(help)
  })
})

test('no two functions share a name, and every aggregate of a Query has one', () => {
  expect(new Set(functionNames).size).toBe(ids.flatMap((id) => [id, ...entries[id].aliases]).length)
  expect(Object.keys(aggregateFunctions)).toEqual([...aggregates])
})
