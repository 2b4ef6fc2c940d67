/** For each row 1 where it passes, else 0. */
export type Mask = Uint8Array<ArrayBuffer>
