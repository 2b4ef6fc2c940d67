import { hc } from 'hono/client'
import type { Reading } from '#core/ask/reading.ts'
import type { Recipe } from '#core/clean/recipe.ts'
import type { Edit } from '#core/dashboard/apply-edit.ts'
import type { Dashboard } from '#core/dashboard/dashboard.ts'
import type { ReadChoices } from '#core/ingest/choices.ts'
import type { QueryInput } from '#core/query/query.ts'
import type { Correction } from '#core/semantic/correction.ts'
import type { ModelDocument } from '#core/semantic/model/model-document.ts'
import type { App } from '#worker/app.ts'
import type { Cleaning } from '#worker/commands/cleaning/read-cleaning.ts'
import type { WireDashboard, WireEdited, WireMissed, WirePublicDashboard } from '#worker/wire/dashboard.ts'
import type { WireModelState, WireModelVersion } from '#worker/wire/model.ts'
import { fetchInSession, read, readAs, readBy, readBytes, type DataOf } from './transport.ts'

const api = hc<App>('/', { fetch: fetchInSession }).api.v1

/** For what must arrive although its page is being left. */
const whileLeaving = { init: { keepalive: true } }

const copyOf = ({ schema, steps }: Recipe) => ({ schema, steps: steps.map((step) => ({ ...step })) })

type Credentials = { readonly email: string; readonly password: string }
type SignUp = Credentials & { readonly name: string; readonly accountType?: 'individual' | 'business' }
export type DatasetChange = {
  readonly name?: string
  readonly description?: string
  readonly tags?: string[]
  readonly staleAfterHours?: number | null
}
type AsQuery = QueryInput & { readonly dataset: string }

export const accounts = {
  guest: () => read(api.auth.guest.$post({ json: {} })),
  signUp: (who: SignUp) => read(api.auth['sign-up'].$post({ json: who })),
  signIn: (who: Credentials) => read(api.auth['sign-in'].$post({ json: who })),
  signOut: () => read(api.auth['sign-out'].$post()),
  me: () => read(api.me.$get()),
  change: (change: { name?: string; preferences?: Account['preferences'] }) => read(api.me.$patch({ json: change })),
  changePassword: (change: { current: string; next: string }) => read(api.me.password.$post({ json: change })),
}

export const uploads = {
  begin: (file: { name: string; size: number; sha256: string | null; as?: string; dataset?: string }) =>
    read(api.uploads.$post({ json: file })),
  stand: (id: string) => read(api.uploads[':id'].$get({ param: { id } })),
  complete: (id: string, choices: ReadChoices | null) =>
    read(api.uploads[':id'].complete.$post({ param: { id }, json: choices === null ? {} : { choices } })),
  cancel: (id: string) => read(api.uploads[':id'].$delete({ param: { id } })),
}

export const datasets = {
  list: () => read(api.datasets.$get()),
  get: (id: string) => read(api.datasets[':id'].$get({ param: { id } })),
  model: (id: string) => read(api.datasets[':id'].model.$get({ param: { id } })),
  profile: (id: string) => read(api.datasets[':id'].profile.$get({ param: { id } })),
  suggestions: (id: string) => read(api.datasets[':id'].suggestions.$get({ param: { id } })),
  change: (id: string, change: DatasetChange) => read(api.datasets[':id'].$patch({ param: { id }, json: change })),
  remove: (id: string) => read(api.datasets[':id'].$delete({ param: { id } }, whileLeaving)),
  retry: (id: string) => read(api.datasets[':id'].retry.$post({ param: { id } })),
  original: (id: string) => readBytes(`/api/v1/datasets/${id}/original`),
  addPart: (id: string, part: string) => read(api.datasets[':id'].parts.$post({ param: { id }, json: { part } })),
  readAgain: (id: string, choices: ReadChoices) =>
    read(api.datasets[':id']['read-again'].$post({ param: { id }, json: { choices } })),
}

/** What a dataset was, and may be again. */
export const versions = {
  list: (dataset: string) => read(api.datasets[':id'].versions.$get({ param: { id: dataset } })),
  restore: (id: string) => read(api.versions[':id'].restore.$post({ param: { id } })),
  remove: (id: string) => read(api.versions[':id'].$delete({ param: { id } })),
  /** With another version of the dataset, or else the one before. */
  compare: (id: string, other?: string) =>
    read(api.versions[':id'].comparison.$get({ param: { id }, query: other === undefined ? {} : { with: other } })),
}

export const catalog = {
  search: (text: string) => read(api.search.$get({ query: { q: text } })),
  similar: (dataset: string) => read(api.datasets[':id'].similar.$get({ param: { id: dataset } })),
  deleted: () => read(api.deleted.$get()),
  restoreDataset: (id: string) => read(api.datasets[':id'].restore.$post({ param: { id } })),
  restoreDashboard: (id: string) => read(api.dashboards[':id'].restore.$post({ param: { id } })),
}

export const cleaning = {
  read: (id: string) => readAs<Cleaning>(api.datasets[':id'].cleaning.$get({ param: { id } })),
  apply: (id: string, recipe: Recipe, keeps: boolean) =>
    read(api.datasets[':id'].cleaning.$post({ param: { id }, json: { recipe: copyOf(recipe), keeps } })),
  keep: (id: string, keeps: boolean) => read(api.datasets[':id'].cleaning.$patch({ param: { id }, json: { keeps } })),
}

type SavedModel = { readonly version: number; readonly document: ModelDocument }

/** What people decide about what a dataset means. */
export const models = {
  state: (id: string) => readAs<WireModelState>(api.datasets[':id'].model.document.$get({ param: { id } })),
  save: (id: string, document: ModelDocument, version: number) =>
    readAs<SavedModel>(api.datasets[':id'].model.$put({ param: { id }, json: { document, version } })),
  versions: (id: string) => readAs<WireModelVersion[]>(api.datasets[':id'].model.versions.$get({ param: { id } })),
  version: (id: string, number: number) =>
    readAs<SavedModel>(api.datasets[':id'].model.versions[':number'].$get({ param: { id, number: String(number) } })),
}

/** The address of what was decided about a dataset, as a file. */
export const modelFileOf = (id: string): string => `/api/v1/datasets/${id}/model/export`

/** The address of a dataset's data as a file; CSV for a spreadsheet, unless its cells are to be exact. */
export const downloadOf = (id: string, format: 'csv' | 'exact-csv' | 'parquet' | 'zip'): string => {
  if (format === 'parquet') return `/api/v1/datasets/${id}/data.parquet`
  return format === 'exact-csv'
    ? `/api/v1/datasets/${id}/download/csv?reader=program`
    : `/api/v1/datasets/${id}/download/${format}`
}

type HowAsked = {
  readonly signal?: AbortSignal | undefined
  /** As whom it is asked, as the header says it; by default as oneself. */
  readonly viewAs?: string | undefined
}

export const questions = {
  query: (asked: AsQuery, { signal, viewAs }: HowAsked = {}) =>
    read(
      api.query.$post(
        { json: asked },
        {
          ...(signal ? { init: { signal } } : {}),
          ...(viewAs === undefined ? {} : { headers: { 'x-view-as': viewAs } }),
        },
      ),
    ),
  async ask(dataset: string, question: string, after: readonly Reading[]) {
    const asked = api.ask.$post({ json: { dataset, question, ...(after.length > 0 ? { after: [...after] } : {}) } })
    // Schemas are loaded with the first answer: the shell does without them.
    return readBy(async () => (await import('#core/wire/answer.ts')).wireAnswer, asked)
  },
}

type QuestionChange = { readonly name?: string; readonly isFavourite?: boolean }

/** What was asked of a dataset. */
export const asked = {
  list: (dataset: string) => read(api.datasets[':id'].questions.$get({ param: { id: dataset }, query: {} })),
  keep: (dataset: string, kept: { as: string; question: string; link?: string; askedAt?: string }) =>
    read(api.datasets[':id'].questions.$post({ param: { id: dataset }, json: kept })),
  change: (id: string, change: QuestionChange) => read(api.questions[':id'].$patch({ param: { id }, json: change })),
  remove: (id: string) => read(api.questions[':id'].$delete({ param: { id } })),
}

/** What words mean in questions about a dataset. */
export const corrections = {
  list: (dataset: string) => read(api.datasets[':id'].corrections.$get({ param: { id: dataset } })),
  keep: (dataset: string, kept: Correction & { as: string }) =>
    read(api.datasets[':id'].corrections.$post({ param: { id: dataset }, json: kept })),
  remove: (id: string) => read(api.corrections[':id'].$delete({ param: { id } })),
}

/** Receipts of figures. */
export const receipts = {
  async sign(query: AsQuery) {
    const signed = api.receipts.$post({ json: { query } })
    return readBy(async () => (await import('#core/wire/receipt.ts')).wireReceipt, signed)
  },
  verify: (receipt: string) => read(api.receipts.verify.$post({ json: { receipt } })),
}

/** The address of what was asked of a dataset, as a file. */
export const questionsFileOf = (dataset: string): string => `/api/v1/datasets/${dataset}/questions/export`

export const dashboards = {
  list: () => read(api.dashboards.$get()),
  get: (id: string) => readAs<WireDashboard>(api.dashboards[':id'].$get({ param: { id } })),
  create: (dataset: string) => readAs<WireDashboard>(api.dashboards.$post({ json: { dataset } })),
  add: (made: { dataset: string; as: string; document: Dashboard }) =>
    readAs<WireDashboard>(api.dashboards.$post({ json: made })),
  remove: (id: string) => read(api.dashboards[':id'].$delete({ param: { id } }, whileLeaving)),
  edit: (id: string, version: number, edits: readonly Edit[]) =>
    readAs<WireEdited>(api.dashboards[':id'].edits.$post({ param: { id }, json: { version, edits: [...edits] } })),
  missed: (id: string, after: number) =>
    readAs<WireMissed>(api.dashboards[':id'].edits.$get({ param: { id }, query: { after: String(after) } })),
  shares: (id: string) => read(api.dashboards[':id'].shares.$get({ param: { id } })),
  sharing: (id: string) => read(api.dashboards[':id'].sharing.$get({ param: { id } })),
  share: (id: string, rule: ShareRule) => read(api.dashboards[':id'].shares.$post({ param: { id }, json: rule })),
  changeShare: (id: string, rule: ShareRule) => read(api.shares[':id'].$put({ param: { id }, json: rule })),
  revoke: (id: string) => read(api.shares[':id'].$delete({ param: { id } })),
}

/** What the owner of a link decides: may groups of any size be told, and else how small. */
export type ShareRule = { readonly isOpen: boolean; readonly least: number }

/** What anybody with the link may ask. */
export const shared = {
  get: (token: string) => readAs<WirePublicDashboard>(api.public[':token'].$get({ param: { token } })),
  tile: (token: string, tile: string) => read(api.public[':token'].tiles[':tile'].$post({ param: { token, tile } })),
}

type Gives<Call extends (...given: never[]) => Promise<unknown>> =
  Extract<Awaited<ReturnType<Call>>, { readonly ok: true }> extends {
    readonly value: infer Value
  }
    ? Value
    : never

export type Account = DataOf<Awaited<ReturnType<typeof api.me.$get>>>
export type Dataset = Gives<typeof datasets.get>
export type Version = Gives<typeof versions.list>[number]
export type Comparison = Gives<typeof versions.compare>
export type Hit = Gives<typeof catalog.search>[number]
export type Similar = Gives<typeof catalog.similar>[number]
export type Deleted = Gives<typeof catalog.deleted>
export type DashboardSummary = Gives<typeof dashboards.list>[number]
export type Share = Gives<typeof dashboards.share>
export type Sharing = Gives<typeof dashboards.sharing>
export type ModelState = WireModelState
export type ModelVersion = WireModelVersion
export type { Cleaning }
export type DashboardRecord = WireDashboard
export type PublicDashboard = WirePublicDashboard
