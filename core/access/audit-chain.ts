/** One event of the audit log, without its place in the chain. */
export type AuditEntry = {
  readonly at: Date
  readonly userId: string | null
  readonly sessionId: string | null
  readonly address: string | null
  readonly command: string
  readonly effect: 'read' | 'write'
  readonly object: string
  readonly objectId: string | null
  readonly datasetId: string | null
  readonly versionId: string | null
  readonly rows: number | null
  readonly before: unknown
  readonly after: unknown
  readonly outcome: string
}

/** The last link that is known: number and hash. */
export type ChainEnd = { readonly number: number; readonly hash: string }
export const chainStart: ChainEnd = { number: 0, hash: '' }

export type Chained<Entry extends AuditEntry = AuditEntry> = Entry & {
  readonly number: number
  readonly previousHash: string
  readonly hash: string
}

/** Hashes text; SHA-256 at the edge. */
export type Hash = (text: string) => string

/** What a hash is of: every field in this order, so that none can change unseen. */
const textOf = (entry: AuditEntry, number: number, previousHash: string): string =>
  JSON.stringify([
    previousHash,
    number,
    entry.at.getTime(),
    entry.userId,
    entry.sessionId,
    entry.address,
    entry.command,
    entry.effect,
    entry.object,
    entry.objectId,
    entry.datasetId,
    entry.versionId,
    entry.rows,
    entry.before ?? null,
    entry.after ?? null,
    entry.outcome,
  ])

/** Links entries to the end of a chain, in order. */
export function chain<Entry extends AuditEntry>(
  end: ChainEnd,
  entries: readonly Entry[],
  hash: Hash,
): Chained<Entry>[] {
  const linked: Chained<Entry>[] = []
  let last = end
  for (const entry of entries) {
    const number = last.number + 1
    const own = hash(textOf(entry, number, last.hash))
    linked.push({ ...entry, number, previousHash: last.hash, hash: own })
    last = { number, hash: own }
  }
  return linked
}

/** The first number at which a chain is broken: an event was changed, added or taken away; null if it is whole. */
export function brokenAt(start: ChainEnd, events: readonly Chained[], hash: Hash): number | null {
  let last = start
  for (const event of events) {
    const isNext = event.number === last.number + 1 && event.previousHash === last.hash
    if (!isNext || hash(textOf(event, event.number, event.previousHash)) !== event.hash) return last.number + 1
    last = event
  }
  return null
}
