import type { z } from 'zod'
import type { Result } from '../result.ts'
import type { Dashboard } from './dashboard.ts'

/** One kind of change to a dashboard: what it carries, what it does, and what takes it back. */
export type EditKind<Payload, Schema = z.ZodType<Payload>> = {
  /** What it does, in one sentence that people and models read. */
  readonly summary: string
  readonly payload: Schema
  /** The dashboard after the change; the version is counted elsewhere. */
  readonly apply: (dashboard: Dashboard, payload: Payload) => Result<Dashboard>
  /** The edit that gives the dashboard back as it was before. */
  readonly inverse: (
    before: Dashboard,
    after: Dashboard,
    payload: Payload,
  ) => { readonly type: string; readonly payload: unknown }
}

/** An edit of whatever payload, as the registry holds it. */
export type SomeEditKind = EditKind<never, z.ZodType>

/** Lets the payload's schema type the functions beside it. */
export const defineEdit = <Payload>(kind: EditKind<Payload>): EditKind<Payload> => kind
