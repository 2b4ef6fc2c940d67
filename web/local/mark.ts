const mark = 'edgewise-local'

/** True if an earlier visit left data in this browser. */
export function mayHaveLocal(): boolean {
  try {
    return localStorage.getItem(mark) !== null
  } catch {
    return false
  }
}

/** Records in localStorage that there is data to restore, so that other visits need not look. */
export function leaveMark(): void {
  try {
    localStorage.setItem(mark, '1')
  } catch {
    // Storage may be unavailable; local data then lasts until the page closes.
  }
}

/** Records that nothing is left. */
export function removeMark(): void {
  try {
    localStorage.removeItem(mark)
  } catch {
    // Storage that cannot be written holds no mark.
  }
}
