import type { AuditEntry } from '#core/access/audit-chain.ts'
import type { Result } from '#core/result.ts'
import type { Id } from '#core/ids.ts'
import type { AuditEvent } from '../db/audit.ts'
import { digest } from '../security/digest.ts'
import type { Caller, Service } from '../service.ts'
import type { Trail } from './trail.ts'

type Event = AuditEntry & Pick<AuditEvent, 'userId' | 'sessionId' | 'datasetId' | 'versionId'>

/** What was done, as its command declares it, and what came of it. */
export type Done = {
  readonly command: string
  readonly effect: 'read' | 'write'
  /** Reads of whole files are logged although no Query runs. */
  readonly handsOutFile: boolean
  readonly object: { readonly kind: string; readonly id: string | null }
  readonly caller: Caller | null
  readonly address: string | null
  readonly trail: Trail
  readonly result: Result<unknown>
}

/** Milliseconds in which the events of one workspace are gathered, to be appended at once. */
const gathering = 30

/** Events that wait to be written, by workspace. Whichever request comes first takes all. */
const waiting = new Map<Id<'workspace'>, Event[]>()

/** Text of a before or after is cut, so that a row stays small. */
const longest = 4000
function told(value: unknown): unknown {
  if (value === null || value === undefined) return null
  const text = JSON.stringify(value)
  return text.length > longest ? { cut: text.slice(0, longest) } : (JSON.parse(text) as unknown)
}

/** The command itself, as an event. */
const baseOf = ({ command, effect, object, caller, address, trail, result }: Done, at: Date): Event => ({
  at,
  userId: caller?.user ?? trail.visit()?.user ?? null,
  sessionId: caller?.session ?? null,
  address,
  command,
  effect,
  object: object.kind,
  objectId: object.id,
  datasetId: null,
  versionId: null,
  rows: null,
  before: null,
  after: null,
  outcome: result.ok ? 'done' : result.error.code,
})

/** Is it told although it changed and read nothing? Refusals are, and files that are handed out. */
const isTold = ({ effect, handsOutFile, result }: Done): boolean =>
  effect === 'write' || handsOutFile || (!result.ok && result.error.code.startsWith('access/'))

/** The events of one request: one for each change or reading, else one for the command itself. */
function eventsOf(done: Done, at: Date): Event[] {
  const { trail } = done
  const base = baseOf(done, at)
  const changes = trail.changes.map(({ object: named, before, after }) => {
    const [kind = '', ...rest] = named.split(' ')
    return { ...base, object: kind, objectId: rest.join(' '), before: told(before), after: told(after) }
  })
  const readings = trail.readings.map(({ dataset, version, rows }) => ({
    ...base,
    datasetId: dataset,
    versionId: version,
    rows,
  }))
  const found = [...changes, ...readings]
  return found.length === 0 && isTold(done) ? [base] : found
}

async function write({ storeOf, log }: Service, workspace: Id<'workspace'>): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, gathering))
  const events = waiting.get(workspace) ?? []
  waiting.delete(workspace)
  if (events.length === 0) return
  const written = await storeOf(workspace, { role: 'owner', grants: [] }).audit.append(events, digest)
  if (!written) log('error', 'audit events were lost', { workspace, events: events.length })
}

/** The only writer of the audit log. It is written after the response, so it delays nobody. */
export function record(service: Service, done: Done): void {
  const workspace = done.caller?.workspace ?? done.trail.visit()?.workspace
  if (workspace === undefined) return
  const events = eventsOf(done, service.now())
  if (events.length === 0) return
  waiting.set(workspace, [...(waiting.get(workspace) ?? []), ...events])
  service.defer(write(service, workspace))
}
