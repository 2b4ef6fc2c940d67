import type { Spelling, ValueCount } from './profile.ts'

/** Columns with more distinct texts are not checked for mixed spellings. */
const maxTexts = 5000
const longest = 100
const [maxGroups, maxShown] = [10, 6]

/** A text without case, spaces and accents. */
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[\s\u200B\uFEFF]+/gu, ' ')
    .trim()
    .toLowerCase()

/** Groups of texts that differ only in case, spaces or accents. */
export function spellingsOf(texts: ReadonlyMap<string, number>): Spelling[] {
  if (texts.size < 2 || texts.size > maxTexts) return []
  const groups = new Map<string, ValueCount[]>()
  for (const [value, count] of texts) {
    if (value.length > longest) continue
    const key = bare(value)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [{ value, count }])
    else group.push({ value, count })
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({
      values: group.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, maxShown),
      rows: group.reduce((sum, { count }) => sum + count, 0),
    }))
    .sort((a, b) => b.rows - a.rows)
    .slice(0, maxGroups)
}
