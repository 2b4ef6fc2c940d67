import type { Spelling, ValueCount } from './profile.ts'

/** A column of more different texts than these holds no categories whose spelling could be mixed. */
const mostTexts = 5000
const longest = 100
const [mostGroups, mostShown] = [10, 6]

/** What is left of a text when case, spaces, accents and the like are not looked at. */
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[\s\u200B\uFEFF]+/gu, ' ')
    .trim()
    .toLowerCase()

/** Groups of texts that differ only in case, spaces or accents. */
export function spellingsOf(texts: ReadonlyMap<string, number>): Spelling[] {
  if (texts.size < 2 || texts.size > mostTexts) return []
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
      values: group.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, mostShown),
      rows: group.reduce((sum, { count }) => sum + count, 0),
    }))
    .sort((a, b) => b.rows - a.rows)
    .slice(0, mostGroups)
}
