import type { Piece } from '../pieces.ts'

/** What may stand in the place of a piece; null takes it away. */
export type Option = { readonly group: string; readonly text: string; readonly piece: Piece | null }
