import type { ValueGroups } from './model-document.ts'

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A column name in brackets, as formulas write it. */
const bracketed = (name: string): string => `[${name.replaceAll(']', ']]')}]`

/** The formula that maps each value to its group. Null has no group. */
export function formulaOfGroups({ column, groups, rest }: Pick<ValueGroups, 'column' | 'groups' | 'rest'>): string {
  const named = bracketed(column)
  const branches = groups
    .filter(({ values }) => values.length > 0)
    .map(({ name, values }) => `when ${named} in (${values.map(quoted).join(', ')}) then ${quoted(name)}`)
  const other = rest === null ? named : quoted(rest)
  if (branches.length === 0) return other
  return ['case', `when ${named} is null then null`, ...branches, `else ${other}`, 'end'].join(' ')
}

/** The resulting value of each known value, most frequent group first, other values last. */
export function valuesOfGroups(
  { groups, rest }: Pick<ValueGroups, 'groups' | 'rest'>,
  known: readonly string[],
): string[] {
  const grouped = new Set(groups.flatMap(({ values }) => values))
  const others = known.filter((value) => !grouped.has(value))
  const names = groups.filter(({ values }) => values.length > 0).map(({ name }) => name)
  return [...new Set([...names, ...(rest === null ? others : others.length > 0 ? [rest] : [])])]
}
