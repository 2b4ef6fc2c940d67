import { defineFunction, ofFirst, shared, wholeIfAll } from './function.ts'

const roundedType = (types: readonly string[]) => (types.length === 1 ? 'integer' : 'decimal')

/** Numeric functions. Undefined results are null, never infinite. */
export const numberFunctions = {
  round: defineFunction('number, digits?: whole', roundedType, {
    help: 'Rounds to so many digits after the point, halves away from zero.',
    example: 'round([Price], 2)',
  }),
  floor: defineFunction('number', 'integer', {
    help: 'The whole number at or below.',
    example: 'floor([Price])',
  }),
  ceil: defineFunction('number', 'integer', {
    help: 'The whole number at or above.',
    example: 'ceil([Price])',
    aliases: ['ceiling'],
  }),
  trunc: defineFunction('number', 'integer', {
    help: 'The whole number towards zero.',
    example: 'trunc([Price])',
    aliases: ['int'],
  }),
  abs: defineFunction('quantity', ofFirst, {
    help: 'The size, without its sign.',
    example: 'abs([Price] - 10)',
  }),
  sign: defineFunction('quantity', 'integer', {
    help: 'Whether it is below, at or above zero: -1, 0 or 1.',
    example: 'sign([Price])',
  }),
  sqrt: defineFunction('number', 'decimal', {
    help: 'The square root; of a negative number null.',
    example: 'sqrt([Price])',
  }),
  power: defineFunction('number, exponent: number', 'decimal', {
    help: 'A number to a power, as the sign ^ does.',
    example: 'power([Price], 2)',
    aliases: ['pow'],
  }),
  exp: defineFunction('number', 'decimal', {
    help: 'The number e to a power.',
    example: 'exp([Price] / 100)',
  }),
  ln: defineFunction('number', 'decimal', {
    help: 'The natural logarithm; of zero or less null.',
    example: 'ln([Price])',
  }),
  log10: defineFunction('number', 'decimal', {
    help: 'The logarithm to the base 10; of zero or less null.',
    example: 'log10([Price])',
    aliases: ['log'],
  }),
  mod: defineFunction('number, divisor: number', wholeIfAll, {
    help: 'What is left over after dividing, with the sign of the divisor; the sign % does the same.',
    example: 'mod([Quantity], 12)',
  }),
  least: defineFunction('value: same, other...: same', shared, {
    help: 'The smallest of its arguments that are not null.',
    example: 'least([Price], 100)',
  }),
  greatest: defineFunction('value: same, other...: same', shared, {
    help: 'The largest of its arguments that are not null.',
    example: 'greatest([Price], 0)',
  }),
} as const
