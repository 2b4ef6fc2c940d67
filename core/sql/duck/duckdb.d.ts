/** The used part of DuckDB-WASM's blocking build, with its own names. */
export type DuckBindings = {
  open(config: { readonly maximumThreads?: number; readonly query?: object }): void
  connect(): { useUnsafe<Out>(use: (bindings: DuckBindings, connection: number) => Out): Out }
  runQuery(connection: number, text: string): Uint8Array
  startPendingQuery(connection: number, text: string): Uint8Array | null
  pollPendingQuery(connection: number): Uint8Array | null
  cancelPendingQuery(connection: number): boolean
  fetchQueryResults(connection: number): Uint8Array
  createPrepared(connection: number, text: string): number
  closePrepared(connection: number, statement: number): void
  registerFileBuffer(name: string, bytes: Uint8Array): void
  registerFileHandle(name: string, handle: unknown, protocol: number, directly: boolean): void
  dropFile(name: string): void
  instantiate(): Promise<unknown>
  instantiateWasm(imports: Imports, done: (instance: unknown, module: unknown) => void): object
  instantiateImpl(overrides: object): Promise<unknown>
}
export type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>
/** DuckDB's file access; this is the file system it sees. */
export type DuckRuntime = Readonly<Record<string, unknown>>

export const BROWSER_RUNTIME: DuckRuntime
export class VoidLogger {
  log(entry: unknown): void
}
export function createDuckDB(
  bundles: { readonly mvp: { readonly mainModule: string }; readonly eh: { readonly mainModule: string } },
  logger: VoidLogger,
  runtime: DuckRuntime,
): Promise<DuckBindings>
