import type { Preview } from '#core/clean/preview.ts'
import type { Recipe } from '#core/clean/recipe.ts'
import type { CleanField } from '#core/clean/rows.ts'
import type { Suggestion } from '#core/clean/suggest/suggest-steps.ts'
import type { Profile } from '#core/profile/profile.ts'

/** The loaded rows of a dataset: all, or the first ones. */
export type Opened = { readonly fields: readonly CleanField[]; readonly rows: number; readonly of: number }

type KnownColumn = Pick<Profile['columns'][number], 'name' | 'odd' | 'unit' | 'isGrouped'>

/** Requests to the cleaning worker. A file is the rows as Parquet: a Blob or a URL. */
export type CleanRequest =
  | {
      readonly id: number
      readonly kind: 'open'
      readonly file: Blob | string
      readonly columns: readonly KnownColumn[]
    }
  | { readonly id: number; readonly kind: 'suggest' }
  | { readonly id: number; readonly kind: 'preview'; readonly recipe: Recipe }

export type CleanReply = { readonly id: number } & (
  | { readonly ok: true; readonly kind: 'open'; readonly value: Opened }
  | { readonly ok: true; readonly kind: 'suggest'; readonly value: readonly Suggestion[] }
  | { readonly ok: true; readonly kind: 'preview'; readonly value: Preview }
  | { readonly ok: false }
)
