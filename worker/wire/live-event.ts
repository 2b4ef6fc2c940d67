import type { WireDataset } from './dataset.ts'

/** What the live line of a workspace tells its open pages. */
export type LiveEvent =
  | { readonly type: 'dataset-changed'; readonly dataset: WireDataset }
  | { readonly type: 'dataset-removed'; readonly id: string }
