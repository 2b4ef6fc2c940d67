const settled = 1500

/** Runs what may come in handy, once the page has settled; never where data is to be saved. */
export function whenIdle(then: () => void): void {
  const saveData = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData ?? false
  if (saveData) return
  setTimeout(() => ('requestIdleCallback' in window ? requestIdleCallback(() => then()) : then()), settled)
}
