/** Writes a new object incrementally. Nothing is visible under its key before `finish`. */
export type ObjectWriter = {
  readonly write: (bytes: Uint8Array) => Promise<void>
  readonly finish: () => Promise<void>
  readonly abort: () => Promise<void>
}

/** R2 requires parts of equal size, at least 5 MiB: developers.cloudflare.com/r2/objects/multipart-objects */
const partBytes = 8 * 1024 * 1024

/** Buffers at most one part; a smaller object is written in one request. */
export function createObjectWriter(bucket: R2Bucket, key: string): ObjectWriter {
  const buffer = new Uint8Array(partBytes)
  const parts: R2UploadedPart[] = []
  let filled = 0
  let multipart: R2MultipartUpload | null = null

  async function flush(): Promise<void> {
    multipart ??= await bucket.createMultipartUpload(key)
    parts.push(await multipart.uploadPart(parts.length + 1, buffer.slice(0, filled)))
    filled = 0
  }

  return {
    async write(bytes) {
      for (let taken = 0; taken < bytes.length;) {
        const piece = bytes.subarray(taken, taken + partBytes - filled)
        buffer.set(piece, filled)
        filled += piece.length
        taken += piece.length
        if (filled === partBytes) await flush()
      }
    },
    async finish() {
      if (!multipart) {
        await bucket.put(key, buffer.slice(0, filled))
        return
      }
      if (filled > 0) await flush()
      await multipart.complete(parts)
    },
    async abort() {
      await multipart?.abort()
    },
  }
}
