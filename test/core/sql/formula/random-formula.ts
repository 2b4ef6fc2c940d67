import type { Random } from '../../../support/random.ts'

type Kind = 'number' | 'text' | 'boolean' | 'date' | 'time' | 'duration'

const columns: Readonly<Record<Kind, readonly string[]>> = {
  number: ['[amount]', '[quantity]', '[amount]', '[quantity]', '[huge]'],
  text: ['[name]', '[code]'],
  boolean: ['[flag]'],
  date: ['[day]'],
  time: ['[at]'],
  duration: ['[took]'],
}

const literals: Readonly<Record<Kind, (random: Random) => string>> = {
  number: (random) => random.pick(['0', '1', '2', '3', '-1', '0.5', '12', '100', '7.25', '-2.5', '1000000']),
  text: (random) =>
    random.pick([
      "''",
      "'a'",
      "'-'",
      "'Zoë'",
      "'12.5'",
      "'2024-02-29'",
      "'é'",
      "'😀'",
      "' x '",
      "'it''s'",
      "'%_'",
      "'b'",
    ]),
  boolean: (random) => random.pick(['true', 'false']),
  date: (random) =>
    random.pick(["date('2024-02-29')", "date('1999-12-31')", "date('2024-03-31')", "date('1970-01-01')"]),
  time: () => '[at]',
  duration: () => '[took]',
}

type Make = (random: Random, depth: number) => string

const kinds = ['number', 'text', 'boolean', 'date', 'time', 'duration'] as const

/** A formula of a kind, of so many levels at most. */
function formulaOf(kind: Kind, random: Random, depth: number): string {
  if (depth <= 0 || random.chance(0.15)) {
    return random.chance(0.7) ? random.pick(columns[kind]) : literals[kind](random)
  }
  return random.pick(makers[kind])(random, depth - 1)
}

/** Anything that a calculated column may be; roots and powers only outermost, for their last digit may differ. */
export function randomFormula(random: Random): string {
  const kind = random.pick(kinds)
  const formula = formulaOf(kind, random, 1 + random.below(3))
  if (kind !== 'number' || !random.chance(0.15)) return formula
  const small = formulaOf('number', random, 1)
  return random.pick([
    `sqrt(${formula})`,
    `ln(${formula})`,
    `log10(${formula})`,
    `exp(${small})`,
    `${small.startsWith('-') ? `(${small})` : small} ^ ${random.pick(['2', '-1', '0.5', '[quantity]', '300'])}`,
  ])
}

const number: Make = (random, depth) => formulaOf('number', random, depth)
const text: Make = (random, depth) => formulaOf('text', random, depth)
const truth: Make = (random, depth) => formulaOf('boolean', random, depth)
const date: Make = (random, depth) => formulaOf('date', random, depth)
const time: Make = (random, depth) => formulaOf('time', random, depth)
const duration: Make = (random, depth) => formulaOf('duration', random, depth)

const count = (random: Random): string => random.pick(['0', '1', '2', '5', '-1', '[quantity]', '1.7'])
const calendarUnit = (random: Random): string => random.pick(["'day'", "'week'", "'month'", "'quarter'", "'year'"])
const clockUnit = (random: Random): string => random.pick(["'second'", "'minute'", "'hour'"])
const sign = (random: Random): string => random.pick(['=', '<>', '<', '<=', '>', '>='])

/** What every kind can be chosen by. */
const choosing = (of: Make): readonly Make[] => [
  (random, depth) => `if(${truth(random, depth)}, ${of(random, depth)}, ${of(random, depth)})`,
  (random, depth) =>
    `case when ${truth(random, depth)} then ${of(random, depth)} when ${truth(random, 0)} then ${of(random, depth)} end`,
  (random, depth) => `coalesce(${of(random, depth)}, ${of(random, depth)})`,
  (random, depth) => `nullif(${of(random, depth)}, ${of(random, depth)})`,
]
const extremes = (of: Make): readonly Make[] => [
  (random, depth) => `least(${of(random, depth)}, ${of(random, depth)}, ${of(random, 0)})`,
  (random, depth) => `greatest(${of(random, depth)}, ${of(random, depth)})`,
]

const makers: Readonly<Record<Kind, readonly Make[]>> = {
  number: [
    ...choosing(number),
    ...extremes(number),
    ...['+', '-', '*', '/', '%'].flatMap((operator): Make[] => [
      (random, depth) => `(${number(random, depth)} ${operator} ${number(random, depth)})`,
      (random, depth) => `(${number(random, depth)} ${operator} ${literals.number(random)})`,
    ]),
    (random, depth) => `round(${number(random, depth)}, ${random.pick(['0', '1', '2', '-1'])})`,
    (random, depth) => `${random.pick(['floor', 'ceil', 'trunc', 'abs', 'sign', 'round'])}(${number(random, depth)})`,
    (random, depth) => `-(${number(random, depth)})`,
    (random, depth) => `length(${text(random, depth)})`,
    (random, depth) => `position(${text(random, depth)}, ${random.pick(["'a'", "'-'", "'é'", "'😀'"])})`,
    (random, depth) => `number(${text(random, depth)})`,
    (random, depth) => `number(${truth(random, depth)})`,
    (random, depth) =>
      `${random.pick(['year', 'quarter', 'month', 'week', 'day', 'weekday', 'day_of_year'])}(${random.chance(0.5) ? date(random, depth) : time(random, depth)})`,
    (random, depth) => `${random.pick(['hour', 'minute', 'second'])}(${time(random, depth)})`,
    (random, depth) => `date_diff(${calendarUnit(random)}, ${date(random, depth)}, ${date(random, depth)})`,
    (random, depth) => `date_diff(${clockUnit(random)}, ${time(random, depth)}, ${time(random, depth)})`,
    (random, depth) =>
      `${random.pick(['in_days', 'in_hours', 'in_minutes', 'in_seconds'])}(${duration(random, depth)})`,
  ],
  text: [
    ...choosing(text),
    ...extremes(text),
    (random, depth) => `(${text(random, depth)} & ${text(random, depth)})`,
    (random, depth) =>
      `concat(${text(random, depth)}, ${random.pick(['[quantity]', '[day]', '[flag]', '[at]', '[amount]', "'x'"])})`,
    (random, depth) => `${random.pick(['upper', 'lower', 'trim'])}(${text(random, depth)})`,
    (random, depth) => `${random.pick(['left', 'right'])}(${text(random, depth)}, ${count(random)})`,
    (random, depth) => `substring(${text(random, depth)}, ${count(random)}, ${count(random)})`,
    (random, depth) => `substring(${text(random, depth)}, ${count(random)})`,
    (random, depth) =>
      `replace(${text(random, depth)}, ${random.pick(["'a'", "'-'", "''", "'😀'"])}, ${literals.text(random)})`,
    (random, depth) =>
      `split_part(${text(random, depth)}, ${random.pick(["'-'", "'a'", "'. '"])}, ${1 + random.below(3)})`,
    (random) =>
      `text(${random.pick(['[amount]', '[quantity]', '[amount] / 8', '[amount] / 7', '[flag]', '[day]', '[at]', '[quantity] * 3'])})`,
    (random, depth) =>
      `${random.pick(['month_name', 'weekday_name'])}(${random.chance(0.5) ? date(random, depth) : time(random, depth)})`,
  ],
  boolean: [
    ...choosing(truth),
    (random, depth) => `(${number(random, depth)} ${sign(random)} ${number(random, depth)})`,
    (random, depth) => `(${text(random, depth)} ${sign(random)} ${text(random, depth)})`,
    (random, depth) => `(${date(random, depth)} ${sign(random)} ${date(random, depth)})`,
    (random) => `([day] ${sign(random)} ${random.pick(["'2024'", "'2024-03'", "'2024-03-31'"])})`,
    (random) =>
      `([at] ${sign(random)} ${random.pick(["'2024'", "'2024-03'", "'2024-03-31'", "'2024-03-31T01:00:00Z'"])})`,
    (random, depth) => `(${duration(random, depth)} ${sign(random)} '1:30:00')`,
    (random, depth) => `(${truth(random, depth)} ${random.pick(['and', 'or'])} ${truth(random, depth)})`,
    (random, depth) => `(${truth(random, depth)} ${random.pick(['=', '<>'])} ${truth(random, depth)})`,
    (random, depth) => `(not ${truth(random, depth)})`,
    (random, depth) => `(${formulaOf(random.pick(kinds), random, depth)} is ${random.pick(['', 'not '])}null)`,
    (random, depth) =>
      `(${number(random, depth)} ${random.pick(['', 'not '])}in (1, ${literals.number(random)}, ${number(random, 0)}))`,
    (random, depth) => `(${text(random, depth)} in (${literals.text(random)}, ${literals.text(random)}))`,
    (random, depth) =>
      `(${number(random, depth)} ${random.pick(['', 'not '])}between ${number(random, 0)} and ${number(random, depth)})`,
    (random, depth) =>
      `${random.pick(['contains', 'starts_with', 'ends_with'])}(${text(random, depth)}, ${random.chance(0.7) ? literals.text(random) : text(random, 0)})`,
  ],
  date: [
    ...choosing(date),
    ...extremes(date),
    (random, depth) =>
      `date_trunc(${calendarUnit(random)}, ${random.chance(0.5) ? date(random, depth) : time(random, depth)})`,
    (random, depth) =>
      `date_add(${calendarUnit(random)}, ${random.pick(['1', '-1', '3', '-13', '40', '1.9', '[quantity]'])}, ${date(random, depth)})`,
    (random, depth) => `(${date(random, depth)} ${random.pick(['+', '-'])} ${random.pick(['1', '30', '[quantity]'])})`,
    (random, depth) => `date(${time(random, depth)})`,
    (random, depth) => `date(trim(${text(random, depth)}))`,
    (random) =>
      `make_date(${random.pick(['2024', '2023', '1900', '[quantity] + 2000'])}, ${random.pick(['2', '[quantity]', '12', '13'])}, ${random.pick(['29', '31', '[quantity]', '0'])})`,
  ],
  time: [
    ...choosing(time),
    ...extremes(time),
    (random, depth) => `date_trunc(${clockUnit(random)}, ${time(random, depth)})`,
    (random, depth) =>
      `date_add(${random.pick([clockUnit(random), "'day'", "'week'"])}, ${random.pick(['1', '-1', '1.5', '[quantity]'])}, ${time(random, depth)})`,
    (random, depth) => `(${time(random, depth)} ${random.pick(['+', '-'])} ${duration(random, depth)})`,
  ],
  duration: [
    ...choosing(duration),
    (random, depth) => `(${time(random, depth)} - ${time(random, depth)})`,
    (random, depth) => `(${duration(random, depth)} ${random.pick(['+', '-'])} ${duration(random, depth)})`,
    (random, depth) => `(${duration(random, depth)} ${random.pick(['*', '/'])} ${literals.number(random)})`,
    (random, depth) => `abs(${duration(random, depth)})`,
  ],
}
