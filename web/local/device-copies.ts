import type { Correction } from '#core/semantic/correction.ts'
import type { DashboardRecord } from '../api.ts'
import type { HeldEngine } from '../engine/local-engine.ts'
import type { Outcome } from '../transport.ts'
import { type CopyServer, fetchContent } from './copy-content.ts'
import { type CopiedRows, type CopyContent, isSameState } from './copy-record.ts'
import { createKnownCopies, type KnownPorts } from './known-copies.ts'
import { createLocalAnswers, type LocalAnswers } from './local-answers.ts'

export type CopyPorts = KnownPorts & {
  readonly server: CopyServer
  /** The dataset's own dashboard; null where it has none. */
  readonly dashboard: (dataset: string) => Promise<DashboardRecord | null>
  readonly engine: HeldEngine
  /** What words mean in questions about a dataset, as people said. */
  readonly corrections: (dataset: string) => Promise<readonly Correction[]>
}

/** What a copy answers, and its rows. */
export type DeviceCopy = LocalAnswers & { readonly rows: Blob }

/** Answers from a copy's rows, opened in the engine with the first question. */
function answersOf(id: string, { rows, model, profile }: CopiedRows, ports: CopyPorts): DeviceCopy {
  let opening: Promise<unknown> | null = null
  const opened = (): Promise<unknown> => (opening ??= ports.engine.open(id, rows))
  return { ...createLocalAnswers({ dataset: id, file: () => ({ model, profile }), opened }, ports), rows }
}

/** Copies datasets of the server to this device, so that they answer without a network. */
export function createDeviceCopies(ports: CopyPorts) {
  const copies = createKnownCopies(ports)
  const making = new Map<string, Promise<void>>()
  const answers = new WeakMap<CopyContent, DeviceCopy>()

  async function make(id: string): Promise<void> {
    const dataset = ports.entryOf(id)
    if (dataset?.status !== 'ready' || (await ports.readHere(dataset))) return
    const before = await copies.find(id)
    const isSameFile = before?.dataset.version.id === dataset.version.id
    const rows = isSameFile && 'rows' in before.content ? before.content.rows : null
    const isSame = before !== null && copies.isCurrent(before)
    const [content, dashboard] = await Promise.all([
      isSame ? before.content : fetchContent(id, rows, ports.server),
      ports.dashboard(id),
    ])
    const now = ports.entryOf(id)
    // A dataset that changed meanwhile is copied with its next visit.
    if (content && now && isSameState(dataset, now)) await copies.keep(now, content, dashboard)
  }

  return {
    /** Copies a dataset unless its copy is current; concurrent calls share one attempt. */
    keep(id: string): Promise<void> {
      const begun = making.get(id) ?? make(id).finally(() => making.delete(id))
      making.set(id, begun)
      return begun
    },
    /** The current copy of a dataset, or why it is never copied; null where it is not copied. */
    async of(id: string): Promise<Outcome<DeviceCopy> | null> {
      await making.get(id)
      const content = await copies.contentOf(id)
      if (!content) return null
      if ('problem' in content) return { ok: false, error: content.problem }
      const copy = answers.get(content) ?? answersOf(id, content, ports)
      answers.set(content, copy)
      return { ok: true, value: copy }
    },
    /** A dashboard that was copied with its dataset. */
    dashboard: (id: string): DashboardRecord | null =>
      copies.current().find(({ dashboard }) => dashboard?.id === id)?.dashboard ?? null,
    restore: copies.restore,
    dropStale: copies.dropStale,
  }
}
