import { hostBounds, type SqlRequest } from '#core/sql/duck/host.ts'
import { writePage } from '#core/sql/duck/page-text.ts'
import { refuse } from '#core/sql/gate/refused.ts'
import { SqlProcess, type ReadFile } from './sql-process.ts'
import { Turns } from './turns.ts'

export type PoolLimits = {
  /** Queries that run at the same time. */
  readonly running: number
  /** Queries that wait, in all and for one caller. */
  readonly waiting: number
  readonly waitingOfOne: number
  /** Processes that are kept, running or not. */
  readonly kept: number
  /** How long a query may run, and a process without one is kept. */
  readonly seconds: number
  readonly idleSeconds: number
}

/** A process takes up to 200 MB. They have a lower priority than the server, so more of them slow down each other first. */
const usualLimits: PoolLimits = {
  running: 4,
  waiting: 40,
  waitingOfOne: 4,
  kept: 6,
  seconds: hostBounds.seconds,
  idleSeconds: 30,
}

/** What somebody is told whose process ended by itself: it took more memory than there is, or met a fault of the engine. */
const fellOver = writePage(refuse(null, 'sql/too-much-work'))
const stopped = writePage(refuse(null, 'sql/stopped'))
const busy = writePage(refuse(null, 'sql/busy'))

type Kept = { readonly process: SqlProcess; idle: ReturnType<typeof setTimeout> | null }

/** One SQL process for each caller who has a query, few at once. A query that takes too long ends with its process. */
export class SqlPool {
  readonly #read: ReadFile
  readonly #limits: PoolLimits
  readonly #kept = new Map<string, Kept>()
  readonly #turns: Turns
  readonly #own = new Map<string, { readonly turns: Turns; readonly stops: Set<AbortController> }>()

  constructor(read: ReadFile, limits: Partial<PoolLimits> = {}) {
    this.#read = read
    this.#limits = { ...usualLimits, ...limits }
    this.#turns = new Turns(this.#limits.running, this.#limits.waiting)
  }

  /** Answers with the text of `writePage`: rows, or a refusal. */
  async run(caller: string, request: SqlRequest, signal: AbortSignal): Promise<string> {
    const own = this.#ownOf(caller)
    const stop = new AbortController()
    own.stops.add(stop)
    const until = AbortSignal.any([signal, stop.signal])
    const work = () => this.#turns.take(() => this.#runNow(caller, request, until), until)
    const page = await own.turns.take(work, until)
    own.stops.delete(stop)
    if (own.stops.size === 0) this.#own.delete(caller)
    return page ?? (until.aborted ? stopped : busy)
  }

  /** Ends whatever runs or waits for a caller. */
  stop(caller: string): void {
    for (const stop of this.#own.get(caller)?.stops ?? []) stop.abort()
  }

  end(): void {
    for (const caller of this.#kept.keys()) this.#drop(caller)
  }

  #ownOf(caller: string) {
    const own = this.#own.get(caller) ?? { turns: new Turns(1, this.#limits.waitingOfOne), stops: new Set() }
    this.#own.set(caller, own)
    return own
  }

  async #runNow(caller: string, request: SqlRequest, until: AbortSignal): Promise<string> {
    const kept = this.#take(caller)
    const end = (): void => this.#drop(caller)
    until.addEventListener('abort', end, { once: true })
    const isReady = await kept.process.isReady
    const late = AbortSignal.timeout(this.#limits.seconds * 1000)
    late.addEventListener('abort', end, { once: true })
    const page = await kept.process.run(request)
    for (const signal of [until, late]) signal.removeEventListener('abort', end)
    if (page !== null) {
      this.#leave(caller, kept)
      return page
    }
    this.#drop(caller)
    if (until.aborted) return stopped
    if (!isReady) return busy
    return late.aborted ? writePage(refuse(null, 'sql/too-slow', { seconds: this.#limits.seconds })) : fellOver
  }

  /** The caller's process, or a new one, for which the one that rested longest may have to go. */
  #take(caller: string): Kept {
    const known = this.#kept.get(caller)
    if (known && !known.process.hasEnded) {
      if (known.idle) clearTimeout(known.idle)
      known.idle = null
      return known
    }
    const [resting] = [...this.#kept].filter(([, { idle }]) => idle !== null)
    if (this.#kept.size >= this.#limits.kept && resting) this.#drop(resting[0])
    const kept: Kept = { process: new SqlProcess(this.#read), idle: null }
    this.#kept.set(caller, kept)
    return kept
  }

  #leave(caller: string, kept: Kept): void {
    this.#kept.delete(caller)
    this.#kept.set(caller, kept)
    kept.idle = setTimeout(() => this.#drop(caller), this.#limits.idleSeconds * 1000)
  }

  #drop(caller: string): void {
    const kept = this.#kept.get(caller)
    if (!kept) return
    if (kept.idle) clearTimeout(kept.idle)
    this.#kept.delete(caller)
    kept.process.end()
  }
}
