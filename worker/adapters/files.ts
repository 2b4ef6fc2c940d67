import { createMemoryCache } from '#core/memory-cache.ts'
import type { ByteSource } from '#core/table/byte-source.ts'
import { byteRange } from './byte-range.ts'
import { createObjectWriter, type ObjectWriter } from './object-writer.ts'

export type StoredPart = { readonly number: number; readonly etag: string }
type Part = { readonly key: string; readonly multipartId: string; readonly number: number }

/** R2's codes for an upload and a part that do not exist: developers.cloudflare.com/r2/api/error-codes */
const noSuchUpload = '(10024)'
const invalidPart = '(10025)'

const isOf = (error: unknown, code: string): boolean => error instanceof Error && error.message.includes(code)

const readAhead = 4 * 1024 * 1024
const megabyte = 1024 * 1024
/** Cache of small byte ranges (footers and repeated columns); files never change. */
const cached = createMemoryCache<string, ArrayBuffer>({ entry: 2 * megabyte, total: 16 * megabyte })
const sizes = createMemoryCache<string, number>({ total: 1000 })

async function readRange(bucket: R2Bucket, key: string, offset: number, length: number): Promise<ArrayBuffer> {
  const object = await bucket.get(key, { range: { offset, length } })
  if (!object) throw new Error(`The file ${key} is gone`)
  return object.arrayBuffer()
}

/** Streams a file in pieces and prefetches the next one. */
async function* readThrough(bucket: R2Bucket, key: string, size: number): AsyncGenerator<Uint8Array> {
  const ask = (offset: number) =>
    offset < size ? readRange(bucket, key, offset, Math.min(readAhead, size - offset)) : null
  let next = ask(0)
  for (let offset = readAhead; next; offset += readAhead) {
    const piece: ArrayBuffer = await next
    next = ask(offset)
    // If the reader stops, this rejection must stay handled; if it continues, it awaits the failure.
    next?.catch(() => null)
    yield new Uint8Array(piece)
  }
}

async function sizeOf(bucket: R2Bucket, key: string): Promise<number | null> {
  const known = sizes.get(key)
  if (known !== undefined) return known
  const head = await bucket.head(key)
  if (!head) return null
  sizes.set(key, head.size)
  return head.size
}

function byteSource(bucket: R2Bucket, key: string, byteLength: number): ByteSource {
  return {
    byteLength,
    async slice(start, end = byteLength) {
      const name = `${key}:${start}:${end}`
      const known = cached.get(name)
      if (known) return known
      const bytes = await readRange(bucket, key, start, end - start)
      cached.set(name, bytes, bytes.byteLength)
      return bytes
    },
  }
}

async function serve(bucket: R2Bucket, key: string, range: string | undefined): Promise<Response | null> {
  const size = await sizeOf(bucket, key)
  if (size === null) return null
  const asked = byteRange(range, size)
  const headers = { 'accept-ranges': 'bytes', 'content-type': 'application/vnd.apache.parquet' }
  if (asked === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } })
  }
  const object = await bucket.get(key, asked ? { range: asked } : {})
  if (!object) return null
  const length = String(asked?.length ?? size)
  if (!asked)
    return new Response(object.body, { headers: { ...headers, 'content-length': length, etag: object.httpEtag } })
  const place = `bytes ${asked.offset}-${asked.offset + asked.length - 1}/${size}`
  return new Response(object.body, {
    status: 206,
    headers: { ...headers, 'content-length': length, 'content-range': place, etag: object.httpEtag },
  })
}

async function removeFolder(bucket: R2Bucket, folder: string): Promise<void> {
  for (;;) {
    const { objects, truncated } = await bucket.list({ prefix: folder })
    if (objects.length > 0) await bucket.delete(objects.map(({ key }) => key))
    if (!truncated) return
  }
}

/** File storage. The only code that uses R2; files are immutable once written. */
export const filesIn = (bucket: R2Bucket) => ({
  put: async (key: string, bytes: string | ArrayBuffer): Promise<void> => void (await bucket.put(key, bytes)),
  text: async (key: string): Promise<string | null> => (await bucket.get(key))?.text() ?? null,
  size: (key: string): Promise<number | null> => sizeOf(bucket, key),
  read: (key: string, size: number): AsyncIterable<Uint8Array> => readThrough(bucket, key, size),
  writer: (key: string): ObjectWriter => createObjectWriter(bucket, key),

  async source(key: string): Promise<ByteSource | null> {
    const size = await sizeOf(bucket, key)
    return size === null ? null : byteSource(bucket, key, size)
  },

  /** Responds with a file or the range of a Range header. Null if the file is missing. */
  serve: (key: string, range: string | undefined): Promise<Response | null> => serve(bucket, key, range),
  removeFolder: (folder: string): Promise<void> => removeFolder(bucket, folder),

  startUpload: async (key: string): Promise<string> => (await bucket.createMultipartUpload(key)).uploadId,
  /** Null where the upload was completed or aborted. */
  putPart: async ({ key, multipartId, number }: Part, bytes: ArrayBuffer): Promise<StoredPart | null> => {
    try {
      const { etag } = await bucket.resumeMultipartUpload(key, multipartId).uploadPart(number, bytes)
      return { number, etag }
    } catch (error) {
      if (isOf(error, noSuchUpload)) return null
      throw error
    }
  },
  /** Completes a multipart upload; idempotent. False if a part was replaced meanwhile. */
  completeUpload: async (key: string, multipartId: string, parts: readonly StoredPart[]): Promise<boolean> => {
    const uploaded = parts.map(({ number, etag }) => ({ partNumber: number, etag }))
    try {
      await bucket.resumeMultipartUpload(key, multipartId).complete(uploaded)
      return true
    } catch (error) {
      if ((await bucket.head(key)) !== null) return true
      if (isOf(error, invalidPart)) return false
      throw error
    }
  },
  abortUpload: async (key: string, multipartId: string): Promise<void> =>
    bucket.resumeMultipartUpload(key, multipartId).abort(),

  /** Copies a file. False if it is missing. */
  copy: async (from: string, to: string): Promise<boolean> => {
    const object = await bucket.get(from)
    if (object) await bucket.put(to, object.body)
    return object !== null
  },

  /** Throws if R2 is unreachable. */
  check: async (): Promise<void> => void (await bucket.list({ limit: 1 })),
})
export type Files = ReturnType<typeof filesIn>
