import { open, rm } from 'node:fs/promises'

export type Write = (bytes: Uint8Array | string) => Promise<void>

/** An output file, created with the first byte, so that a failure leaves no empty file. */
export function output(path: string) {
  let file: Awaited<ReturnType<typeof open>> | null = null
  const write: Write = async (bytes) => {
    file ??= await open(path, 'w')
    await (typeof bytes === 'string' ? file.appendFile(bytes) : file.appendFile(bytes))
  }
  return {
    write,
    close: async () => {
      file ??= await open(path, 'w')
      await file.close()
    },
    /** Deletes an incomplete file. */
    discard: async () => {
      await file?.close()
      if (file !== null) await rm(path)
    },
  }
}
