import { defineFunction, ofFirst, shared } from './function.ts'

/** Functions that choose between values, and type conversions. */
export const logicFunctions = {
  if: defineFunction('condition: boolean, then: same, else?: same', ([, ...types]) => shared(types), {
    help: 'The second where the condition is true, else the third, or null where there is none.',
    example: "if([Price] > 100, 'dear', 'cheap')",
    aliases: ['iif', 'iff'],
  }),
  coalesce: defineFunction('value: same, other...: same', shared, {
    help: 'The first of its arguments that is not null.',
    example: 'coalesce([Price], 0)',
    aliases: ['ifnull', 'nvl'],
  }),
  nullif: defineFunction('value: same, other: same', ([first = 'null']) => ofFirst([first]), {
    help: 'Null where both are equal, else the first.',
    example: 'nullif([Quantity], 0)',
  }),
  number: defineFunction('value: any', 'decimal', {
    help: 'Text that is a plain number as that number, yes as 1 and no as 0; other text is null.',
    example: "number('12.5')",
    aliases: ['to_number', 'value', 'float'],
  }),
  text: defineFunction('value: any', 'text', {
    help: 'The value written out: numbers with at most six digits after the point, dates as 2024-03-01.',
    example: 'text([Price])',
    aliases: ['to_text', 'str'],
  }),
  date: defineFunction('value: any', 'date', {
    help: 'Text such as 2024-03-01 as that date, a time as its day; other text is null.',
    example: 'date([Sent])',
    aliases: ['to_date'],
  }),
} as const
