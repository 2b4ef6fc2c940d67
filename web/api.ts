import type { QueryInput } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Profile } from '#core/profile/profile.ts'
import type { Edit } from '#core/dashboard/apply-edit.ts'
import type { Dashboard } from '#core/dashboard/dashboard.ts'
import type {
  Account,
  DashboardRecord,
  DashboardSummary,
  Dataset,
  PublicDashboard,
  Share,
  WireAnswer,
  WireTable,
} from './api-types.ts'
import { fetchInSession, read, type Outcome } from './transport.ts'

export type * from './api-types.ts'

function send<Value>(method: string, path: string, body?: unknown): Promise<Outcome<Value>> {
  return read<Value>(
    fetchInSession(`/api/v1/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    }),
  )
}

type Credentials = { readonly email: string; readonly password: string }

export const accounts = {
  guest: () => send<Account>('POST', 'auth/guest'),
  signUp: (who: Credentials & { readonly name: string }) => send<Account>('POST', 'auth/sign-up', who),
  signIn: (who: Credentials) => send<Account>('POST', 'auth/sign-in', who),
  signOut: () => send<unknown>('POST', 'auth/sign-out'),
  me: () => send<Account>('GET', 'me'),
  change: (change: { name?: string; preferences?: Partial<Account['preferences']> }) =>
    send<Account>('PATCH', 'me', change),
  changePassword: (change: { current: string; next: string }) => send<unknown>('POST', 'me/password', change),
}

export const uploads = {
  begin: (file: { name: string; size: number; sha256: string | null }) =>
    send<{ id: string; partSize: number; duplicate: Dataset | null }>('POST', 'uploads', file),
  complete: (id: string) => send<Dataset>('POST', `uploads/${id}/complete`),
  cancel: (id: string) => send<unknown>('DELETE', `uploads/${id}`),
}

export const datasets = {
  list: () => send<Dataset[]>('GET', 'datasets'),
  get: (id: string) => send<Dataset>('GET', `datasets/${id}`),
  model: (id: string) => send<SemanticModel>('GET', `datasets/${id}/model`),
  profile: (id: string) => send<Profile>('GET', `datasets/${id}/profile`),
  preview: (id: string) => send<WireTable>('GET', `datasets/${id}/preview`),
  suggestions: (id: string) => send<string[]>('GET', `datasets/${id}/suggestions`),
  change: (id: string, change: { name?: string; description?: string }) =>
    send<Dataset>('PATCH', `datasets/${id}`, change),
  remove: (id: string) => send<unknown>('DELETE', `datasets/${id}`),
  retry: (id: string) => send<Dataset>('POST', `datasets/${id}/retry`),
}

export const questions = {
  query: (asked: QueryInput) => send<WireTable>('POST', 'query', asked),
  ask: (dataset: string, question: string) => send<WireAnswer>('POST', 'ask', { dataset, question }),
}

export const dashboards = {
  list: () => send<DashboardSummary[]>('GET', 'dashboards'),
  get: (id: string) => send<DashboardRecord>('GET', `dashboards/${id}`),
  create: (dataset: string) => send<DashboardRecord>('POST', 'dashboards', { dataset }),
  remove: (id: string) => send<unknown>('DELETE', `dashboards/${id}`),
  edit: (id: string, version: number, edits: readonly Edit[]) =>
    send<{ dashboard: Dashboard; inverses: Edit[] }>('POST', `dashboards/${id}/edits`, { version, edits }),
  shares: (id: string) => send<Share[]>('GET', `dashboards/${id}/shares`),
  share: (id: string) => send<Share>('POST', `dashboards/${id}/shares`),
  revoke: (share: string) => send<unknown>('DELETE', `shares/${share}`),
}

/** What anybody with the link may ask. */
export const shared = {
  get: (token: string) => send<PublicDashboard>('GET', `public/${token}`),
  tile: (token: string, tile: string) => send<WireTable>('POST', `public/${token}/tiles/${tile}`, {}),
}
