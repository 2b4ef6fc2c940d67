import type { CompressionCodec, Compressors } from 'hyparquet/src/types.js'

type Codec = NonNullable<Compressors[CompressionCodec]>

/** Compression codecs besides Snappy; each is loaded when a file first needs it. */
const loaders: Partial<Record<CompressionCodec, () => Promise<Codec>>> = {
  GZIP: async () => {
    const { Inflate } = await import('pako')
    return (input, length) => {
      const inflate = new Inflate({ chunkSize: Math.max(64, length) })
      const pages: Uint8Array[] = []
      inflate.onData = (chunk) => {
        if (pages.push(chunk) > 1) throw new RangeError('one of its pages is larger than it says')
      }
      inflate.push(input, true)
      return pages[0] ?? new Uint8Array(0)
    }
  },
  ZSTD: async () => {
    const { decompress } = await import('fzstd')
    return (input, length) => decompress(input, new Uint8Array(length))
  },
  BROTLI: async () => (await import('hyparquet-compressors/src/brotli.js')).decompressBrotli,
  LZ4: async () => (await import('hyparquet-compressors/src/lz4.js')).decompressLz4,
  LZ4_RAW: async () => (await import('hyparquet-compressors/src/lz4.js')).decompressLz4Raw,
}

/** The first unsupported codec, or null if all are supported. */
export const unknownCodec = (names: readonly CompressionCodec[]): string | null =>
  names.find((name) => name !== 'SNAPPY' && name !== 'UNCOMPRESSED' && loaders[name] === undefined) ?? null

export async function loadCodecs(names: Iterable<CompressionCodec>): Promise<Compressors> {
  const codecs: Compressors = {}
  for (const name of new Set(names)) {
    const load = loaders[name]
    if (load !== undefined) codecs[name] = await load()
  }
  return codecs
}
