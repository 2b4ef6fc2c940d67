/** A file whose bytes are fetched by range: in R2, on a disk, in memory. */
export type ByteSource = {
  readonly byteLength: number
  readonly slice: (start: number, end: number) => Promise<ArrayBuffer>
}
