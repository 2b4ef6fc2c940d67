/** Per row 1 if it passes, else 0. */
export type Mask = Uint8Array<ArrayBuffer>
