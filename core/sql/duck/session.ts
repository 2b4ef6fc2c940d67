import { ok, type Result } from '../../result.ts'
import { sliceTable } from '../../table/slice-table.ts'
import type { Table } from '../../table/table.ts'
import { mostRows, type Gated } from '../gate/gate.ts'
import { checkPairCount } from '../gate/limits.ts'
import type { Verdict } from '../gate/reader.ts'
import { refuse, type Refused } from '../gate/refused.ts'
import { bootDuck, type BootPorts, type Duck } from './boot.ts'
import { chargeMacros } from './charges.ts'
import { mostParts, pairsIn, readPlan } from './plan.ts'
import { refusalOf } from './refusal.ts'
import { planText, resultTable } from './result-table.ts'

const megabyte = 1024 * 1024

export type Bounds = {
  /** Bytes of memory, all in all; three quarters of them are the engine's to plan with. */
  readonly memory: number
  /** How much work a query may be; see Meter. */
  readonly work: number
  readonly seconds: number
}

export type Ports = Pick<BootPorts, 'instantiate'> & {
  /** Milliseconds on some clock. */
  readonly now: () => number
  /** Lets other things happen, and the clock go on. */
  readonly pause: () => Promise<void>
}

/** What is asked besides the gated SQL. */
type Asked = {
  /** As the person wrote it; errors are placed in it. */
  readonly sql: string
  /** Whether nobody waits for the result any more; looked at between the engine's tasks. */
  readonly isStopped?: () => boolean
}

/** Rows of a result, and whether there were more than are shown. */
export type SqlResult = { readonly table: Table; readonly isCut: boolean }

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

const outOfMemory = /out of memory|bad_alloc|failed to allocate|could not allocate|memory of DuckDB is at its bound/i
const internal = /^(?:Error: )?(?:INTERNAL|FATAL)/

/** What DuckDB says itself is a plain Error; a trap or a full stack of WebAssembly leaves its memory as it was just then. */
const isOfEngine = (error: unknown): boolean => error instanceof Error && error.name === 'Error'

/** One DuckDB with datasets in it, to which gated SQL may be put. */
export class DuckSession {
  /** After such an end nothing is certain in there: take a new one. */
  isBroken = false
  readonly #duck: Duck
  readonly #bounds: Bounds
  readonly #ports: Ports

  constructor(duck: Duck, bounds: Bounds, ports: Ports) {
    this.#duck = duck
    this.#bounds = bounds
    this.#ports = ports
  }

  static async start(bounds: Bounds, ports: Ports): Promise<DuckSession> {
    const duck = await bootDuck({ instantiate: ports.instantiate, memory: bounds.memory })
    const session = new DuckSession(duck, bounds, ports)
    session.#do(`SET memory_limit = '${Math.floor((bounds.memory * 3) / 4 / megabyte)}MB'`)
    // Only an engine that measures looks at the clock often enough to be stopped.
    if (Number.isFinite(bounds.work)) session.#do("PRAGMA enable_profiling = 'json'")
    session.#do(chargeMacros)
    session.#do('SET lock_configuration = true')
    return session
  }

  #do(statement: string): void {
    this.#duck.bindings.runQuery(this.#duck.connection, statement)
  }

  /** Lets SQL read a Parquet file whose bytes are here by the name of a dataset. */
  addBytes(table: string, bytes: Uint8Array): void {
    this.#duck.bindings.registerFileBuffer(`${table}.parquet`, bytes)
    this.#view(table)
  }

  /** The same for a file that is read as it is needed; `protocol` is the engine's number for the kind of its handle. */
  addHandle(table: string, handle: unknown, protocol: number): void {
    this.#duck.bindings.registerFileHandle(`${table}.parquet`, handle, protocol, true)
    this.#view(table)
  }

  #view(table: string): void {
    this.#do(`CREATE OR REPLACE VIEW ${quote(table)} AS SELECT * FROM read_parquet(${text(`${table}.parquet`)})`)
  }

  remove(table: string): void {
    this.#do(`DROP VIEW IF EXISTS ${quote(table)}`)
    this.#duck.bindings.dropFile(`${table}.parquet`)
  }

  /** Bytes of memory that the engine has taken. */
  get memory(): number {
    return this.#duck.taken()
  }

  /** Runs gated SQL. */
  async run(gated: Gated, asked: Asked): Promise<Result<SqlResult, Refused>> {
    const { meter } = this.#duck
    meter.left = this.#bounds.work
    try {
      return this.#checkPlan(gated) ?? (await this.#runBounded(gated, asked))
    } catch (error) {
      return this.#refusal(error, asked.sql)
    } finally {
      meter.left = Number.POSITIVE_INFINITY
    }
  }

  /** Refuses a query whose plan looks at too many pairs of rows, or is too wide to be read. */
  #checkPlan(gated: Gated): Verdict {
    const { bindings, connection } = this.#duck
    // Preparing lets through one statement, and only one that reads; DuckDB makes several of a PIVOT.
    if (!gated.pivots) bindings.closePrepared(connection, bindings.createPrepared(connection, gated.text))
    const plan = readPlan(planText(bindings.runQuery(connection, `EXPLAIN ${gated.text}`)))
    if (!plan) return refuse(null, 'sql/too-many-parts', { limit: mostParts })
    const values = gated.text.split('(').length
    return checkPairCount(pairsIn(plan, { table: gated.rows, values }), null)
  }

  async #runBounded(gated: Gated, { isStopped }: Asked): Promise<Result<SqlResult, Refused>> {
    const { bindings, connection } = this.#duck
    if (gated.pivots) return ok(cut(resultTable(bindings.runQuery(connection, gated.text), mostRows + 1)))
    const until = this.#ports.now() + this.#bounds.seconds * 1000
    let schema = bindings.startPendingQuery(connection, gated.text)
    while (schema === null) {
      await this.#ports.pause()
      const isLate = this.#ports.now() > until
      if (isLate || isStopped?.()) {
        bindings.cancelPendingQuery(connection)
        return isLate ? refuse(null, 'sql/too-slow', { seconds: this.#bounds.seconds }) : refuse(null, 'sql/stopped')
      }
      schema = bindings.pollPendingQuery(connection)
    }
    const pieces = [schema]
    for (let last = schema; last.length > 0; pieces.push(last)) last = bindings.fetchQueryResults(connection)
    return ok(cut(resultTable(pieces, mostRows + 1)))
  }

  #refusal(error: unknown, sql: string): Result<SqlResult, Refused> {
    const message = error instanceof Error ? error.message : String(error)
    if (this.#duck.meter.left < 0) {
      this.isBroken = true
      return refuse(null, 'sql/too-much-work')
    }
    if (outOfMemory.test(message)) {
      this.isBroken = true
      return refuse(null, 'sql/out-of-memory', { megabytes: Math.floor(this.#bounds.memory / megabyte) })
    }
    if (!isOfEngine(error) || internal.test(message)) this.isBroken = true
    return isOfEngine(error) ? refusalOf(message, sql) : refuse(null, 'sql/too-much-work')
  }
}

const cut = (table: Table): SqlResult => ({ table: sliceTable(table, 0, mostRows), isCut: table.rows > mostRows })
