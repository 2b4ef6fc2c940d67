import { defineFunction } from './function.ts'

/** Text functions. Lengths count code points; positions start at 1. */
export const textFunctions = {
  upper: defineFunction('text', 'text', {
    help: 'In capital letters.',
    example: 'upper([Product])',
  }),
  lower: defineFunction('text', 'text', {
    help: 'In small letters.',
    example: 'lower([Product])',
  }),
  trim: defineFunction('text', 'text', {
    help: 'Without blanks, tabs and line breaks at either end.',
    example: 'trim([Product])',
  }),
  left: defineFunction('text, length: number', 'text', {
    help: 'The first letters.',
    example: 'left([Product], 3)',
  }),
  right: defineFunction('text, length: number', 'text', {
    help: 'The last letters.',
    example: 'right([Product], 3)',
  }),
  substring: defineFunction('text, start: number, length?: number', 'text', {
    help: 'The letters from a place on, counted from 1; all of them, or so many.',
    example: 'substring([Product], 2, 4)',
    aliases: ['mid', 'substr'],
  }),
  length: defineFunction('text', 'integer', {
    help: 'How many letters it has.',
    example: 'length([Product])',
    aliases: ['len'],
  }),
  replace: defineFunction('text, search: text, by: text', 'text', {
    help: 'Every place that reads like the second text is put in the words of the third.',
    example: "replace([Product], '-', ' ')",
  }),
  contains: defineFunction('text, search: text', 'boolean', {
    help: 'Does it hold the other text? Capital or small makes no difference.',
    example: "contains([Product], 'tea')",
  }),
  starts_with: defineFunction('text, search: text', 'boolean', {
    help: 'Does it begin with the other text? Capital or small makes no difference.',
    example: "starts_with([Product], 'tea')",
    aliases: ['startswith'],
  }),
  ends_with: defineFunction('text, search: text', 'boolean', {
    help: 'Does it end with the other text? Capital or small makes no difference.',
    example: "ends_with([Product], 'pot')",
    aliases: ['endswith'],
  }),
  position: defineFunction('text, search: text', 'integer', {
    help: 'Where the other text begins, counted from 1; 0 where it is not found.',
    example: "position([Product], '-')",
    aliases: ['find', 'instr', 'strpos'],
  }),
  split_part: defineFunction('text, separator: text, part: whole', 'text', {
    help: 'Cut at every separator, the part at a place counted from 1; empty where there are fewer.',
    example: "split_part([Product], '-', 1)",
    aliases: ['split'],
  }),
  concat: defineFunction('value: any, other...: any', 'text', {
    help: 'One after another as one text, as the sign & does; null where one of them is null.',
    example: "concat([Product], ' × ', [Quantity])",
  }),
} as const
