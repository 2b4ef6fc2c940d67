import { BROWSER_RUNTIME, createDuckDB, type DuckBindings, type Imports, VoidLogger } from '#duckdb'

/** What an instance of DuckDB's WebAssembly shows. */
type Instance = { readonly exports: Readonly<Record<string, unknown>> }

export type BootPorts = {
  /** Makes an instance of the compiled module with these imports. */
  readonly instantiate: (imports: Imports) => Promise<{ readonly instance: Instance; readonly module: unknown }>
  /** Bytes that the engine may take in all; it is told that there are no more. */
  readonly memory: number
}

/** How much more work the engine may do, in calls of what it imports: it looks at the clock with every 2048 rows of every step. */
type Meter = { left: number }

/** A running DuckDB, and the means to bound it. */
export type Duck = {
  readonly bindings: DuckBindings
  readonly connection: number
  readonly meter: Meter
  /** Bytes that the engine has taken; it gives none back. */
  readonly taken: () => number
}

/** The engine's memory, as far as it is looked at. */
type Memory = { readonly buffer: { readonly byteLength: number }; grow: (pages: number) => number }

const page = 65_536

function isMemory(value: unknown): value is Memory {
  return typeof value === 'object' && value !== null && 'grow' in value && 'buffer' in value
}

/** Lets the engine's memory grow up to a bound, beyond which it meets what it meets when a machine has no more. */
function boundMemory({ exports }: Instance, most: number): Memory {
  const memory = Object.values(exports).find(isMemory)
  if (!memory) throw new Error('The memory of DuckDB is not among its exports')
  const grow = memory.grow.bind(memory)
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * page > most) throw new RangeError('The memory of DuckDB is at its bound')
    return grow(pages)
  }
  return memory
}

/** Counts each call of what the engine imports, and ends its work when there are too many. */
function metered(imports: Imports, meter: Meter): Imports {
  const count = (call: unknown): unknown =>
    typeof call === 'function'
      ? (...given: unknown[]): unknown => {
          meter.left -= 1
          if (meter.left < 0) throw new Error('The work of DuckDB is at its bound')
          return (call as (...given: unknown[]) => unknown)(...given)
        }
      : call
  return Object.fromEntries(
    Object.entries(imports).map(([space, calls]) => [
      space,
      Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, count(call)])),
    ]),
  )
}

const refuseFile = (): never => {
  throw new Error('There are no files here but the datasets')
}

/** The disk that the engine sees: the files it was given, to read. It writes nowhere and reaches no network. */
const readOnly = {
  ...BROWSER_RUNTIME,
  writeFile: refuseFile,
  truncateFile: refuseFile,
  createDirectory: refuseFile,
  removeDirectory: refuseFile,
  moveFile: refuseFile,
  removeFile: refuseFile,
}

const silent = { print: () => undefined, printErr: () => undefined }
const bundle = { mainModule: '' }

/** Starts DuckDB, bounded in memory and work, with nothing in it. */
export async function bootDuck({ instantiate, memory }: BootPorts): Promise<Duck> {
  const bindings = await createDuckDB({ eh: bundle, mvp: bundle }, new VoidLogger(), readOnly)
  const meter: Meter = { left: Number.POSITIVE_INFINITY }
  const implementation = bindings.instantiateImpl.bind(bindings)
  let bounded: Memory | null = null
  let failed: (reason: unknown) => void = () => undefined
  const failure = new Promise<never>((_, reject) => (failed = reject))
  bindings.instantiateImpl = (overrides) => implementation({ ...overrides, ...silent })
  bindings.instantiateWasm = (imports, done) => {
    // Under this name the engine's own code looks for its disk.
    Object.assign(globalThis, { DUCKDB_RUNTIME: readOnly })
    void instantiate(metered(imports, meter)).then(({ instance, module }) => {
      bounded = boundMemory(instance, memory)
      done(instance, module)
    }, failed)
    return {}
  }
  await Promise.race([bindings.instantiate(), failure])
  bindings.open({ maximumThreads: 1, query: { castBigIntToDouble: false, castDecimalToDouble: true } })
  const connection = bindings.connect().useUnsafe((_, connection) => connection)
  return { bindings, connection, meter, taken: () => bounded?.buffer.byteLength ?? 0 }
}
