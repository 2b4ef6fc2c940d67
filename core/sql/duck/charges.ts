/*
 * Functions whose work is a product of what they are given are replaced, in the engine, by macros of the same name that
 * refuse a call that is too large. A macro takes a fixed number of arguments; functions that take more or fewer are
 * bounded by the gate.
 */

/** Steps that one call may take; 2,048 calls of this size, which nothing interrupts, take about a second. */
const mostSteps = 100_000
/** Characters that one call may make. */
const mostMade = 100_000

/** What the engine says when a call is refused; the name of the function follows. */
export const chargeMark = 'edgewise-charge:'

const refused = (name: string): string => `error('${chargeMark}${name}')`

const quote = (name: string): string => `"${name}"`

type Macro = { readonly name: string; readonly takes: readonly string[]; readonly unless: string }

const macro = ({ name, takes, unless }: Macro): string => {
  const given = takes.join(', ')
  return `CREATE MACRO ${quote(name)}(${given}) AS CASE WHEN ${unless} THEN ${refused(name)} ELSE system.main.${quote(name)}(${given}) END`
}

/** Compare each character of one text with each of the other. */
const comparing = [
  'levenshtein',
  'editdist3',
  'damerau_levenshtein',
  'jaccard',
  'jaro_similarity',
  'jaro_winkler_similarity',
].map((name) => ({ name, takes: ['a', 'b'], unless: `length(a::VARCHAR) * length(b::VARCHAR) > ${mostSteps}` }))

/** Wildcards of a pattern that are followed by something. */
const wildcards = (pattern: string, sign: string): string =>
  `length(rtrim(${pattern}, '${sign}')) - length(replace(rtrim(${pattern}, '${sign}'), '${sign}', ''))`

/** For each wildcard that something follows, the engine tries each place of the text: places to the power of wildcards. */
const tries = (sign: string): string =>
  `${wildcards('b', sign)} > 1 AND power(length(a), ${wildcards('b', sign)}) * length(b) > ${mostSteps}`

/** The same pattern as a regular expression, whose work grows only with the length of the text. */
const asExpression = (pattern: string): string =>
  `replace(replace(regexp_replace(${pattern}, '([!-$&-/:-@\\[-^\`{-~])', '\\\\\\1', 'g'), '%', '.*'), '_', '.')`

const like = (name: string, options: string, isNegated: boolean): string =>
  `CREATE MACRO ${quote(name)}(a, b) AS CASE WHEN ${tries('%')} ` +
  `THEN ${isNegated ? 'NOT ' : ''}regexp_full_match(a, ${asExpression('b')}, '${options}') ` +
  `ELSE system.main.${quote(name)}(a, b) END`

const matching = [like('~~', 's', false), like('!~~', 's', true), like('~~*', 'si', false), like('!~~*', 'si', true)]

/** Patterns with a sign that escapes, and those of files, are refused instead. */
const escaping = ['like_escape', 'not_like_escape', 'ilike_escape', 'not_ilike_escape'].map((name) => ({
  name,
  takes: ['a', 'b', 'c'],
  unless: tries('%'),
}))
const globbing = [{ name: '~~~', takes: ['a', 'b'], unless: tries('*') }]

/** Make a text as long as they are told. */
const making = [
  { name: 'repeat', takes: ['a', 'b'], unless: `length(a::VARCHAR) * b > ${mostMade}` },
  { name: 'lpad', takes: ['a', 'b', 'c'], unless: `b > ${mostMade}` },
  { name: 'rpad', takes: ['a', 'b', 'c'], unless: `b > ${mostMade}` },
]

/** The statements that put the macros in place; together they are parsed faster than one by one. */
export const chargeMacros = [...[...comparing, ...escaping, ...globbing, ...making].map(macro), ...matching].join(';')

/** What people write for a function that has a sign or another name in the engine. */
export const spokenName = (name: string): string =>
  name === '~~~' ? 'GLOB' : name.includes('ilike') ? 'ILIKE' : name.includes('like') ? 'LIKE' : name
