const memory = 'edgewise-recent'
const mostKept = 20

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(memory) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** Were datasets of one's own opened in this browser before? */
export const hasRecent = (): boolean => read().length > 0

/** Remembers that a dataset was opened now. */
export function noteOpened(id: string): void {
  try {
    localStorage.setItem(memory, JSON.stringify([id, ...read().filter((each) => each !== id)].slice(0, mostKept)))
  } catch {
    // Storage may be closed; the newest datasets then stand first.
  }
}

/** Forgets all of it, for whoever uses this browser next. */
export function forgetOpened(): void {
  try {
    localStorage.removeItem(memory)
  } catch {
    // What cannot be read cannot be told either.
  }
}

/** Those opened last first, then the others in the order they came. */
export function recentFirst<Listed extends { readonly id: string }>(
  list: readonly Listed[],
  opened: readonly string[] = read(),
): readonly Listed[] {
  const place = (id: string): number => (opened.includes(id) ? opened.indexOf(id) : opened.length)
  return list.toSorted((a, b) => place(a.id) - place(b.id))
}
