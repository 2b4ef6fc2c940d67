import type { Reading } from '#core/ask/reading.ts'
import type { Edit } from '#core/dashboard/apply-edit.ts'
import type { Dashboard } from '#core/dashboard/dashboard.ts'
import type { Profile } from '#core/profile/profile.ts'
import type { Query } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Table } from '#core/table/table.ts'
import type { WireAnswer } from '#core/wire/answer.ts'
import {
  dashboards as dashboardCalls,
  datasets as datasetCalls,
  questions,
  type DashboardRecord,
  type Dataset,
} from '../api.ts'
import { localDatasetOfDashboard, localDataset } from '../local/local-datasets.ts'
import type { RowFiles } from '../engine/row-views.ts'
import type { LocalAnswers } from '../local/local-answers.ts'
import { isUnreachable, type Outcome } from '../transport.ts'
import { copiedDashboard, copyOf } from './copy-of.ts'
import { runOnServer } from './server-queries.ts'
import type { Services } from './services.ts'

/** Everything that can be asked of a dataset, in this browser or on the server. */
export type DatasetClient = {
  readonly model: () => Promise<Outcome<SemanticModel>>
  readonly suggestions: () => Promise<Outcome<readonly string[]>>
  readonly profile: () => Promise<Outcome<Profile>>
  readonly query: (asked: Query, signal?: AbortSignal) => Promise<Outcome<Table>>
  readonly ask: (question: string, after: readonly Reading[]) => Promise<Outcome<WireAnswer>>
  readonly rename: (name: string) => Promise<Outcome<Dataset>>
}

const onServer = (services: Services, id: string): DatasetClient => ({
  model: () => datasetCalls.model(id),
  suggestions: () => datasetCalls.suggestions(id),
  profile: () => datasetCalls.profile(id),
  query: runOnServer(services),
  ask: (question, after) => questions.ask(id, question, after),
  rename: (name) => datasetCalls.change(id, { name }),
})

/** The server's answers, and those of the copy on this device while the server cannot be reached. */
function onServerOrHere(services: Services, id: string): DatasetClient {
  const server = onServer(services, id)
  async function orHere<Value>(
    answered: Outcome<Value>,
    here: (copy: LocalAnswers) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> {
    const copy = answered.ok || !isUnreachable(answered.error) ? null : await copyOf(services, id)
    if (!copy) return answered
    return copy.ok ? here(copy.value) : copy
  }
  return {
    ...server,
    model: async () => orHere(await server.model(), (copy) => copy.model()),
    suggestions: async () => orHere(await server.suggestions(), (copy) => copy.suggestions()),
    profile: async () => orHere(await server.profile(), (copy) => copy.profile()),
    async query(asked, signal) {
      const answered = await server.query(asked, signal)
      return signal?.aborted ? answered : orHere(answered, (copy) => copy.query(asked, signal))
    },
    ask: async (question, after) => orHere(await server.ask(question, after), (copy) => copy.ask(question, after)),
  }
}

/** The source of a dataset: this browser if it read the file, else the server, else its copy on this device. */
export function datasetClient(services: Services, id: string): DatasetClient {
  const local = localDataset(id)
  return local?.reading.value.step === 'read' ? local : onServerOrHere(services, id)
}

/** The rows of a locally read dataset as Parquet. */
export function localRows(id: string): Blob | null {
  const reading = localDataset(id)?.reading.value
  return reading?.step === 'read' ? reading.file.parquet : null
}

/** Where the grid of a dataset finds its rows. */
export const rowFiles = (services: Services, id: string): RowFiles => ({
  file: localRows(id),
  async copy() {
    const copy = await copyOf(services, id)
    return copy?.ok ? { ok: true, value: copy.value.rows } : copy
  },
})

/** Everything a dashboard screen needs. */
export type DashboardClient = {
  readonly get: () => Promise<Outcome<DashboardRecord>>
  readonly edit: (version: number, edits: readonly Edit[]) => Promise<Outcome<{ dashboard: Dashboard }>>
  readonly missed: (after: number) => Promise<Outcome<{ edits: readonly Edit[] | null }>>
}

/** The source of a dashboard: this browser or the server. */
export function dashboardClient(services: Services, id: string): DashboardClient {
  const local = localDatasetOfDashboard(id)?.localDashboard()
  return (
    local ?? {
      async get() {
        const found = await dashboardCalls.get(id)
        const copy = found.ok || !isUnreachable(found.error) ? null : await copiedDashboard(services, id)
        return copy ? { ok: true, value: copy } : found
      },
      edit: (version, edits) => dashboardCalls.edit(id, version, edits),
      missed: (after) => dashboardCalls.missed(id, after),
    }
  )
}
