import type { Known, Preview, Suggestion, Typed } from '#core/ask/complete/completion.ts'

/** Requests to the completing worker. `open` comes before the first key, and again when the model changed. */
export type CompleteRequest =
  | ({ readonly kind: 'open' } & Known)
  | ({ readonly kind: 'type'; readonly id: number } & Typed)

/** What may come next, told several times for one key: the list, the preview, the questions as each is checked. */
export type CompleteReply = {
  readonly id: number
  readonly suggestions: readonly Suggestion[]
  /** Null while the question is not read yet. */
  readonly preview: Preview | null
}
