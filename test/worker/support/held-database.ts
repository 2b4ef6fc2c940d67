/** What is asked of a statement that goes to the database. */
const asking = new Set<PropertyKey>(['all', 'first', 'raw', 'run'])

/** The database as it is, but for one call that waits until it is let go. */
export type Held = {
  readonly database: D1Database
  /** Ends when the held call has come; never where its user makes fewer. */
  readonly reached: Promise<void>
  readonly letGo: () => void
  /** How many calls there were. */
  readonly calls: () => number
}

type Signal = { readonly promise: Promise<void>; readonly resolve: () => void }

function signal(): Signal {
  let resolve = (): void => undefined
  const promise = new Promise<void>((resolved) => {
    resolve = resolved
  })
  return { promise, resolve: () => resolve() }
}

/**
 * Holds the call of this number before it reaches the database: what is done meanwhile comes between two steps of its
 * user, where a race finds what was checked and is not true any more.
 */
export function heldDatabase(real: D1Database, number: number): Held {
  const [reached, released] = [signal(), signal()]
  const originals = new WeakMap<object, D1PreparedStatement>()
  let calls = 0

  async function turn(): Promise<void> {
    calls += 1
    if (calls !== number) return
    reached.resolve()
    await released.promise
  }

  function held(statement: D1PreparedStatement): D1PreparedStatement {
    const proxy = new Proxy(statement, {
      get(target, key) {
        if (key === 'bind') return (...values: unknown[]) => held(target.bind(...values))
        const value: unknown = Reflect.get(target, key)
        if (typeof value !== 'function') return value
        return asking.has(key)
          ? (...values: unknown[]) => turn().then((): unknown => value.apply(target, values))
          : (value.bind(target) as unknown)
      },
    })
    originals.set(proxy, statement)
    return proxy
  }

  const database = new Proxy(real, {
    get(target, key) {
      if (key === 'prepare') return (sql: string) => held(target.prepare(sql))
      if (key === 'batch')
        return async (statements: D1PreparedStatement[]) => {
          await turn()
          return target.batch(statements.map((each) => originals.get(each) ?? each))
        }
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
  return { database, reached: reached.promise, letGo: released.resolve, calls: () => calls }
}
