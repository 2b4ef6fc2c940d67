/** Hears to which version a dashboard has come; null: the line was down, and something may have been missed. */
type Listener = (version: number | null) => void

/** Passes what the live line says of dashboards to the screens that show them. */
export function createDashboardNews() {
  const listeners = new Map<Listener, string>()
  return {
    /** Returns what ends it. */
    follow(id: string, listener: Listener): () => void {
      listeners.set(listener, id)
      return () => void listeners.delete(listener)
    },
    changed(id: string, version: number): void {
      for (const [listener, dashboard] of listeners) if (dashboard === id) listener(version)
    },
    reopened(): void {
      for (const listener of listeners.keys()) listener(null)
    },
  }
}
