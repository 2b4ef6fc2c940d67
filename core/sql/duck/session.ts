import { ok, type Result } from '../../result.ts'
import { sliceTable } from '../../table/slice-table.ts'
import type { Table } from '../../table/table.ts'
import { maxRows, type Gated } from '../gate/gate.ts'
import { checkPairCount } from '../gate/limits.ts'
import type { Verdict } from '../gate/reader.ts'
import { refuse, type Refused } from '../gate/refused.ts'
import { bootDuck, type BootPorts, type Duck } from './boot.ts'
import { chargeMacros } from './charges.ts'
import { maxParts, pairsIn, readPlan } from './plan.ts'
import { refusalOf } from './refusal.ts'
import { planText, resultTable } from './result-table.ts'

const megabyte = 1024 * 1024

export type Bounds = {
  /** Total memory in bytes; DuckDB may plan with three quarters of it. */
  readonly memory: number
  /** Maximum work of a query; see Meter. */
  readonly work: number
  readonly seconds: number
}

export type Ports = Pick<BootPorts, 'instantiate'> & {
  /** Milliseconds on any clock. */
  readonly now: () => number
  /** Yields to the event loop; the clock advances only then. */
  readonly pause: () => Promise<void>
}

/** Inputs of a query besides the gated SQL. */
type RunInput = {
  /** The original SQL; error places refer to it. */
  readonly sql: string
  /** True once nobody waits for the result; checked between the engine's tasks. */
  readonly isStopped?: () => boolean
}

/** Rows of a result; `isCut` if there were more than are shown. */
export type SqlResult = { readonly table: Table; readonly isCut: boolean }

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

const outOfMemory = /out of memory|bad_alloc|failed to allocate|could not allocate|memory of DuckDB is at its bound/i
const internal = /^(?:Error: )?(?:INTERNAL|FATAL)/

/** DuckDB's own errors are plain Errors; a WebAssembly trap or stack overflow leaves its memory inconsistent. */
const isOfEngine = (error: unknown): boolean => error instanceof Error && error.name === 'Error'

/** One DuckDB instance with datasets, which runs gated SQL. */
export class DuckSession {
  /** True after a trap; the caller must create a new session. */
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
    // DuckDB reads the clock often enough to be stopped only if profiling is on.
    if (Number.isFinite(bounds.work)) session.#do("PRAGMA enable_profiling = 'json'")
    session.#do(chargeMacros)
    session.#do('SET lock_configuration = true')
    return session
  }

  #do(statement: string): void {
    this.#duck.bindings.runQuery(this.#duck.connection, statement)
  }

  /** Registers a Parquet file in memory under a dataset's name. */
  addBytes(table: string, bytes: Uint8Array): void {
    this.#duck.bindings.registerFileBuffer(`${table}.parquet`, bytes)
    this.#view(table)
  }

  /** Registers a file that is read on demand; `protocol` is DuckDB's number for the type of its handle. */
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

  /** Bytes of memory that DuckDB has allocated. */
  get memory(): number {
    return this.#duck.taken()
  }

  /** Runs gated SQL. */
  async run(gated: Gated, asked: RunInput): Promise<Result<SqlResult, Refused>> {
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

  /** Refuses a query whose plan compares too many row pairs or is too wide to be read. */
  #checkPlan(gated: Gated): Verdict {
    const { bindings, connection } = this.#duck
    // Preparing accepts one statement that only reads. A PIVOT becomes several, so it is not prepared.
    if (!gated.pivots) bindings.closePrepared(connection, bindings.createPrepared(connection, gated.text))
    const plan = readPlan(planText(bindings.runQuery(connection, `EXPLAIN ${gated.text}`)))
    if (!plan) return refuse(null, 'sql/too-many-parts', { limit: maxParts })
    const values = gated.text.split('(').length
    return checkPairCount(pairsIn(plan, { table: gated.rows, values }), null)
  }

  async #runBounded(gated: Gated, { isStopped }: RunInput): Promise<Result<SqlResult, Refused>> {
    const { bindings, connection } = this.#duck
    if (gated.pivots) return ok(cut(resultTable(bindings.runQuery(connection, gated.text), maxRows + 1)))
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
    return ok(cut(resultTable(pieces, maxRows + 1)))
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

const cut = (table: Table): SqlResult => ({ table: sliceTable(table, 0, maxRows), isCut: table.rows > maxRows })
