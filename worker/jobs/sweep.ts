/** Repeats a bounded sweep until it finds nothing or the signal aborts. */
export async function sweep(signal: AbortSignal, once: () => Promise<number>): Promise<number> {
  let total = 0
  while (!signal.aborted) {
    const swept = await once()
    if (swept === 0) break
    total += swept
  }
  return total
}
