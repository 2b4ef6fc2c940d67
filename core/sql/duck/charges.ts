/*
 * Functions whose work is a product of what they are given are replaced, in the engine, by macros of the same name that
 * refuse a call that is too large. A macro takes a fixed number of arguments; functions that take more or fewer are
 * bounded by the gate.
 */

/** Maximum steps of one call; 2,048 such calls, which cannot be interrupted, take about a second. */
const maxSteps = 100_000
/** Maximum characters that one call may create. */
const maxMade = 100_000

/** Prefix of the error for a refused call; the function name follows. */
export const chargeMark = 'edgewise-charge:'

const refused = (name: string): string => `error('${chargeMark}${name}')`

const quote = (name: string): string => `"${name}"`

type Macro = { readonly name: string; readonly takes: readonly string[]; readonly unless: string }

const macro = ({ name, takes, unless }: Macro): string => {
  const given = takes.join(', ')
  return `CREATE MACRO ${quote(name)}(${given}) AS CASE WHEN ${unless} THEN ${refused(name)} ELSE system.main.${quote(name)}(${given}) END`
}

/** Functions that compare each character of one text with each of another. */
const comparing = [
  'levenshtein',
  'editdist3',
  'damerau_levenshtein',
  'jaccard',
  'jaro_similarity',
  'jaro_winkler_similarity',
].map((name) => ({ name, takes: ['a', 'b'], unless: `length(a::VARCHAR) * length(b::VARCHAR) > ${maxSteps}` }))

/** Number of wildcards that something follows. */
const wildcards = (pattern: string, sign: string): string =>
  `length(rtrim(${pattern}, '${sign}')) - length(replace(rtrim(${pattern}, '${sign}'), '${sign}', ''))`

/** For each such wildcard the engine tries each position of the text: positions to the power of wildcards. */
const tries = (sign: string): string =>
  `${wildcards('b', sign)} > 1 AND power(length(a), ${wildcards('b', sign)}) * length(b) > ${maxSteps}`

/** The pattern as a regular expression, which runs in linear time. */
const asExpression = (pattern: string): string =>
  `replace(replace(regexp_replace(${pattern}, '([!-$&-/:-@\\[-^\`{-~])', '\\\\\\1', 'g'), '%', '.*'), '_', '.')`

const like = (name: string, options: string, isNegated: boolean): string =>
  `CREATE MACRO ${quote(name)}(a, b) AS CASE WHEN ${tries('%')} ` +
  `THEN ${isNegated ? 'NOT ' : ''}regexp_full_match(a, ${asExpression('b')}, '${options}') ` +
  `ELSE system.main.${quote(name)}(a, b) END`

const matching = [like('~~', 's', false), like('!~~', 's', true), like('~~*', 'si', false), like('!~~*', 'si', true)]

/** Patterns with an escape character and file patterns are refused. */
const escaping = ['like_escape', 'not_like_escape', 'ilike_escape', 'not_ilike_escape'].map((name) => ({
  name,
  takes: ['a', 'b', 'c'],
  unless: tries('%'),
}))
const globbing = [{ name: '~~~', takes: ['a', 'b'], unless: tries('*') }]

/** Functions that create text of a given length. */
const making = [
  { name: 'repeat', takes: ['a', 'b'], unless: `length(a::VARCHAR) * b > ${maxMade}` },
  { name: 'lpad', takes: ['a', 'b', 'c'], unless: `b > ${maxMade}` },
  { name: 'rpad', takes: ['a', 'b', 'c'], unless: `b > ${maxMade}` },
]

/** Statements that define the macros; parsing them together is faster. */
export const chargeMacros = [...[...comparing, ...escaping, ...globbing, ...making].map(macro), ...matching].join(';')

/** The name people write for a function that the engine stores under a sign or another name. */
export const spokenName = (name: string): string =>
  name === '~~~' ? 'GLOB' : name.includes('ilike') ? 'ILIKE' : name.includes('like') ? 'LIKE' : name
