import { z } from 'zod'
import { ok } from '../../result.ts'
import type { Filling, FillMethod, FillTask } from '../fill/fill-method.ts'
import { fillMethodIds, fillMethods } from '../fill/registry.ts'
import { findField, valueTypes } from '../find-field.ts'
import { withCells } from '../rows.ts'
import { defineStep, type ReadyStep } from '../step.ts'
import { counted, quoted } from '../words.ts'
import { ownValue } from '../../own-value.ts'

const settings = z.object({
  column: z.string(),
  method: z.enum(fillMethodIds).default('constant'),
  value: z.string().max(10_000).default(''),
  neighbours: z.int().min(1).max(50).default(5),
  /** Predictors for nearest rows and regression; empty means all other columns of numbers and moments. */
  from: z.array(z.string()).max(50).default([]),
})
type Settings = z.infer<typeof settings>

function ready({ field, fields }: FillTask, filling: Filling): ReadyStep {
  return {
    says: ({ cellsChanged, emptyIn }) => {
      const left = ownValue(emptyIn, field.name) ?? 0
      const rest = left > 0 ? `; ${counted(left, 'cell')} ${left === 1 ? 'stays' : 'stay'} empty` : ''
      return `Fill ${counted(cellsChanged, 'empty cell')} of ${quoted(field.name)} with ${filling.words}${rest}`
    },
    learned: filling.learned,
    fields,
    start: () => {
      const fill = filling.start()
      return (rows) => withCells(rows, [fill(rows)])
    },
  }
}

export const fillMissing = defineStep<Settings>({
  title: 'Fill missing',
  useWhen: 'Put a value where there is none: one of your own, a typical one, or a guess from the other columns.',
  inputs: [
    { kind: 'column', key: 'column', label: 'Column' },
    {
      kind: 'choice',
      key: 'method',
      label: 'With',
      choices: fillMethodIds.map((value) => ({ value, text: fillMethods[value].text })),
    },
    { kind: 'text', key: 'value', label: 'Value', when: { key: 'method', is: ['constant'] } },
    {
      kind: 'number',
      key: 'neighbours',
      label: 'How many rows',
      least: 1,
      most: 50,
      whole: true,
      when: { key: 'method', is: ['nearest'] },
    },
    {
      kind: 'columns',
      key: 'from',
      label: 'Guess from',
      types: valueTypes,
      optional: true,
      help: 'None chosen: all other columns of numbers and dates.',
      when: { key: 'method', is: ['nearest', 'regression'] },
    },
  ],
  settings,
  begin: (fields) => (fields[0] ? settings.parse({ column: fields[0].name, method: 'mode' }) : null),
  isIdempotent: true,
  plan(given, fields) {
    const method: FillMethod = fillMethods[given.method]
    const found = findField(fields, given.column, method.types)
    if (!found.ok) return found
    const task: FillTask = { field: found.value, fields, settings: given }
    const begun = method.begin(task)
    if ('ok' in begun) return begun.ok ? ok(ready(task, begun.value)) : begun
    // Every pass learns from the table again.
    return ok({
      learn: () => {
        const fresh = method.begin(task)
        const learner = 'ok' in fresh ? begun : fresh
        return {
          add: (rows) => learner.add(rows),
          finish: () => {
            const filling = learner.finish()
            return filling.ok ? ok(ready(task, filling.value)) : filling
          },
        }
      },
    })
  },
})
