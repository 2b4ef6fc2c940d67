const settled = 1500

/** Runs optional work when the page is idle; never in the browser's data-saving mode. */
export function whenIdle(then: () => void): void {
  const saveData = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData ?? false
  if (saveData) return
  setTimeout(() => ('requestIdleCallback' in window ? requestIdleCallback(() => then()) : then()), settled)
}
