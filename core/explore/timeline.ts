/** Undo history of a document of any kind. */
export type Timeline<Document> = {
  readonly past: readonly Document[]
  readonly present: Document
  readonly future: readonly Document[]
}

/** Maximum undo steps. */
const maxSteps = 200

export const startTimeline = <Document>(present: Document): Timeline<Document> => ({ past: [], present, future: [] })

/** Adds a state and drops redo steps; an unchanged state adds no step. */
export function advance<Document>(timeline: Timeline<Document>, next: Document): Timeline<Document> {
  if (next === timeline.present) return timeline
  return { past: [...timeline.past, timeline.present].slice(-maxSteps), present: next, future: [] }
}

/** One step back; unchanged at the start. */
export function undo<Document>(timeline: Timeline<Document>): Timeline<Document> {
  const { past, present, future } = timeline
  if (past.length === 0) return timeline
  return { past: past.slice(0, -1), present: past.at(-1) as Document, future: [present, ...future] }
}

/** One step forward again. */
export function redo<Document>(timeline: Timeline<Document>): Timeline<Document> {
  const { past, present, future } = timeline
  if (future.length === 0) return timeline
  return { past: [...past, present], present: future[0] as Document, future: future.slice(1) }
}
