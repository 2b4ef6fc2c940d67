const memory = 'edgewise-recent'
const maxKept = 20

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(memory) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** True if this browser opened datasets of its workspace before. */
export const hasRecent = (): boolean => read().length > 0

/** Records that a dataset was opened now. */
export function noteOpened(id: string): void {
  try {
    localStorage.setItem(memory, JSON.stringify([id, ...read().filter((each) => each !== id)].slice(0, maxKept)))
  } catch {
    // Storage may be unavailable; the newest datasets then come first.
  }
}

/** Clears the record for the next user of this browser. */
export function forgetOpened(): void {
  try {
    localStorage.removeItem(memory)
  } catch {
    // Storage that cannot be read reveals nothing.
  }
}

/** Recently opened first, then the others in their order. */
export function recentFirst<Listed extends { readonly id: string }>(
  list: readonly Listed[],
  opened: readonly string[] = read(),
): readonly Listed[] {
  const rankOf = (id: string): number => (opened.includes(id) ? opened.indexOf(id) : opened.length)
  return list.toSorted((a, b) => rankOf(a.id) - rankOf(b.id))
}
