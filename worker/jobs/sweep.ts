/** Repeats a sweep, which takes a bounded number of things at once, until it finds none or has to stop. */
export async function sweep(signal: AbortSignal, once: () => Promise<number>): Promise<number> {
  let total = 0
  while (!signal.aborted) {
    const swept = await once()
    if (swept === 0) break
    total += swept
  }
  return total
}
