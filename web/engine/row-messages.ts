import type { RowChoice, Stretch } from '#core/engine/rows/row-view.ts'

/** Requests to the row listing worker of one file. The page names the views. */
export type RowRequest =
  | {
      readonly kind: 'open'
      readonly view: number
      readonly url: string
      readonly choice: RowChoice
    }
  | {
      readonly kind: 'read'
      readonly view: number
      readonly from: number
      readonly to: number
      readonly columns: readonly string[]
    }
  /** Reads the same bytes from this device from now on, in open views too. */
  | { readonly kind: 'have'; readonly file: Blob }
  /** Closes a view and cancels its work. */
  | { readonly kind: 'close'; readonly view: number }

export type RowMessage = RowRequest & { readonly id: number }

export type RowReply =
  | { readonly id: number; readonly ok: true; readonly rows: number; readonly stretch: Stretch | null }
  /** Why there are no rows: the file is unreachable or unreadable, or the view was closed. */
  | { readonly id: number; readonly ok: false; readonly reason: 'unreachable' | 'closed' }
