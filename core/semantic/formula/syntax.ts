import type { Span } from './problem.ts'

/** Binary operators as printed. */
export const binaryOperators = [
  'or',
  'and',
  '=',
  '<>',
  '<',
  '<=',
  '>',
  '>=',
  '&',
  '+',
  '-',
  '*',
  '/',
  '%',
  '^',
] as const
export type BinaryOperator = (typeof binaryOperators)[number]

/** A parsed formula before name resolution. */
export type Syntax = Span &
  (
    | { readonly kind: 'literal'; readonly value: number | string | boolean | null }
    | { readonly kind: 'name'; readonly name: string; readonly isBracketed: boolean }
    | { readonly kind: 'unary'; readonly operator: '-' | 'not'; readonly operand: Syntax }
    | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Syntax; readonly right: Syntax }
    | { readonly kind: 'isNull'; readonly value: Syntax; readonly isNegated: boolean }
    | { readonly kind: 'in'; readonly value: Syntax; readonly options: readonly Syntax[]; readonly isNegated: boolean }
    | {
        readonly kind: 'between'
        readonly value: Syntax
        readonly low: Syntax
        readonly high: Syntax
        readonly isNegated: boolean
      }
    | { readonly kind: 'case'; readonly branches: readonly Branch[]; readonly otherwise: Syntax | null }
    | {
        readonly kind: 'call'
        readonly name: string
        readonly nameSpan: Span
        readonly arguments: readonly Syntax[]
        /** Filter of an aggregate. */
        readonly where: Syntax | null
      }
  )

export type Branch = { readonly when: Syntax; readonly gives: Syntax }
