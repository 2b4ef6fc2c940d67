/** A string that names one kind of thing, so that a dataset's id cannot stand where a workspace's belongs. */
export type Id<Kind extends string> = string & { readonly '~names': Kind }

export type IdKind =
  | 'workspace'
  | 'user'
  | 'session'
  | 'dataset'
  | 'version'
  | 'upload'
  | 'job'
  | 'schedule'
  | 'dashboard'
  | 'tile'
  | 'share'

/** Marks a string that has been checked, or made, as an id. The only place that does. */
export const asId = <Kind extends IdKind>(text: string): Id<Kind> => text as Id<Kind>
