import type { WireDataset } from './dataset.ts'

/** An event on a workspace's live socket. */
export type LiveEvent =
  | { readonly type: 'dataset-changed'; readonly dataset: WireDataset }
  | { readonly type: 'dataset-removed'; readonly id: string }
