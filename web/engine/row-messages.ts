import type { RowChoice, Stretch } from '#core/engine/rows/row-view.ts'

/** What the page asks of the worker that lists rows. A view is named by the page. */
export type RowRequest =
  | {
      readonly kind: 'open'
      readonly view: number
      readonly url: string
      /** The file that the address stands for, where it is here. */
      readonly file: Blob | null
      readonly choice: RowChoice
    }
  | {
      readonly kind: 'read'
      readonly view: number
      readonly from: number
      readonly to: number
      readonly columns: readonly string[]
    }
  /** The view is not looked at any more; what it is still doing stops. */
  | { readonly kind: 'close'; readonly view: number }

export type RowMessage = RowRequest & { readonly id: number }

export type RowReply =
  | { readonly id: number; readonly ok: true; readonly rows: number; readonly stretch: Stretch | null }
  /** Why there are no rows: the file could not be fetched or read, or nobody wants them any more. */
  | { readonly id: number; readonly ok: false; readonly reason: 'unreachable' | 'closed' }
