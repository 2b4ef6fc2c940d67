import { BROWSER_RUNTIME, createDuckDB, type DuckBindings, type Imports, VoidLogger } from '#duckdb'

/** A WebAssembly instance of DuckDB. */
type Instance = { readonly exports: Readonly<Record<string, unknown>> }

export type BootPorts = {
  /** Instantiates the compiled module with these imports. */
  readonly instantiate: (imports: Imports) => Promise<{ readonly instance: Instance; readonly module: unknown }>
  /** Maximum bytes of memory; beyond it, allocation fails. */
  readonly memory: number
}

/**
 * Remaining work, counted in calls of imported functions: DuckDB reads the clock once per 2,048 rows of every
 * operator.
 */
type Meter = { left: number }

/** A running DuckDB with its limits. */
export type Duck = {
  readonly bindings: DuckBindings
  readonly connection: number
  readonly meter: Meter
  /** Bytes allocated so far; WebAssembly memory never shrinks. */
  readonly taken: () => number
}

/** The part of WebAssembly.Memory used here. */
type Memory = { readonly buffer: { readonly byteLength: number }; grow: (pages: number) => number }

const page = 65_536

function isMemory(value: unknown): value is Memory {
  return typeof value === 'object' && value !== null && 'grow' in value && 'buffer' in value
}

/** Limits memory growth; beyond the limit, DuckDB sees an out-of-memory error. */
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

/** Counts calls of imported functions and aborts when none are left. */
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

/** The file system DuckDB sees: registered files, read-only. It can neither write nor reach the network. */
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

/** Starts an empty DuckDB with limits on memory and work. */
export async function bootDuck({ instantiate, memory }: BootPorts): Promise<Duck> {
  const bindings = await createDuckDB({ eh: bundle, mvp: bundle }, new VoidLogger(), readOnly)
  const meter: Meter = { left: Number.POSITIVE_INFINITY }
  const implementation = bindings.instantiateImpl.bind(bindings)
  let bounded: Memory | null = null
  let failed: (reason: unknown) => void = () => undefined
  const failure = new Promise<never>((_, reject) => (failed = reject))
  bindings.instantiateImpl = (overrides) => implementation({ ...overrides, ...silent })
  bindings.instantiateWasm = (imports, done) => {
    // DuckDB's JavaScript looks up its file system under this global name.
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
