/** A file read by byte range: in R2, on disk or in memory. */
export type ByteSource = {
  readonly byteLength: number
  readonly slice: (start: number, end: number) => Promise<ArrayBuffer>
}
