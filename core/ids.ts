/** A string branded by what it identifies, so that a dataset id cannot be used as a workspace id. */
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
  | 'question'
  | 'correction'
  | 'organisation'
  | 'invitation'
  | 'group'
  | 'project'
  | 'mail'
  | 'device'
  | 'token'

/** Marks a string that has been checked, or made, as an id. The only place that does. */
export const asId = <Kind extends IdKind>(text: string): Id<Kind> => text as Id<Kind>
