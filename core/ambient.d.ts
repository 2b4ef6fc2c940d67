/** The only globals beyond the language that core may use: pure, and available in every runtime. */
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean })
  readonly encoding: string
  decode(input?: ArrayBufferView | ArrayBuffer, options?: { readonly stream?: boolean }): string
}
declare class TextEncoder {
  encode(input: string): Uint8Array<ArrayBuffer>
}
/** Only its `aborted` flag is read; long computations check it. */
declare interface AbortSignal {
  readonly aborted: boolean
}
/** Decompresses bytes. */
declare class DecompressionStream {
  constructor(format: 'deflate-raw' | 'gzip')
  readonly readable: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>
      cancel(): Promise<void>
    }
  }
  readonly writable: {
    getWriter(): {
      write(bytes: Uint8Array): Promise<void>
      close(): Promise<void>
      abort(reason: unknown): Promise<void>
    }
  }
}
/** Files of a package whose index compiles WebAssembly at run time, which Workers forbid. */
declare module 'hyparquet-compressors/src/brotli.js' {
  export const decompressBrotli: (input: Uint8Array, outputLength: number) => Uint8Array
}
declare module 'hyparquet-compressors/src/lz4.js' {
  export const decompressLz4: (input: Uint8Array, outputLength: number) => Uint8Array
  export const decompressLz4Raw: (input: Uint8Array, outputLength: number) => Uint8Array
}
