import type { Expression } from '../../semantic/formula/expression.ts'
import type { OperationId } from '../../semantic/formula/functions/registry.ts'
import { findColumn } from '../../table/table.ts'
import { compileCase } from './case-kernel.ts'
import { castKernels } from './cast-kernels.ts'
import { compareKernels } from './compare-kernels.ts'
import { dateKernels } from './date-kernels.ts'
import type { Compiled, Context, Kernel } from './kernel.ts'
import { logicKernels } from './logic-kernels.ts'
import { numberKernels } from './number-kernels.ts'
import { textKernels } from './text-kernels.ts'
import { constant, vectorOf } from './vector.ts'

/** The kernel of each operation of the formula language. */
const kernels = {
  ...numberKernels,
  ...compareKernels,
  ...logicKernels,
  ...textKernels,
  ...dateKernels,
  ...castKernels,
} as const satisfies Record<OperationId, Kernel>

/** Compiles an expression for tables that contain its columns. Does not support aggregates. */
export function compileExpression(expression: Expression, context: Context): Compiled {
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression
      const same = constant(typeof value === 'boolean' ? Number(value) : value)
      return () => same
    }
    case 'column':
      return columnNamed(expression.name)
    case 'operation': {
      const { operation, arguments: expressions } = expression
      const parts = expressions.map((one) => compileExpression(one, context))
      return kernels[operation](parts, { ...context, expressions })
    }
    case 'case': {
      const branches = expression.branches.map(({ when, gives }) => ({
        when: compileExpression(when, context),
        gives: compileExpression(gives, context),
      }))
      return compileCase(branches, compileExpression(expression.otherwise, context), expression.type)
    }
    case 'aggregate':
      throw new Error('An aggregate has no value in a row')
  }
}

const columnNamed =
  (name: string): Compiled =>
  (table) => {
    const column = findColumn(table, name)
    if (!column) throw new Error(`The formula's column ${name} was not read`)
    return vectorOf(column)
  }
