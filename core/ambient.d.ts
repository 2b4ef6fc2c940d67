/** The only names beyond the language that core may use: pure, and present in every engine we run on. */
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean })
  readonly encoding: string
  decode(input?: ArrayBufferView | ArrayBuffer, options?: { readonly stream?: boolean }): string
}
declare class TextEncoder {
  encode(input: string): Uint8Array<ArrayBuffer>
}
/** Only its `aborted` flag is read: a long computation looks at it and stops. */
declare interface AbortSignal {
  readonly aborted: boolean
}
/** Unpacks what was packed; bytes in, bytes out. */
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
/** Single files of a package whose index loads WebAssembly, which a Worker may not compile while it runs. */
declare module 'hyparquet-compressors/src/brotli.js' {
  export const decompressBrotli: (input: Uint8Array, outputLength: number) => Uint8Array
}
declare module 'hyparquet-compressors/src/lz4.js' {
  export const decompressLz4: (input: Uint8Array, outputLength: number) => Uint8Array
  export const decompressLz4Raw: (input: Uint8Array, outputLength: number) => Uint8Array
}
