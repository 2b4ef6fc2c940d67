import type { Chip, Reading } from '#core/ask/reading.ts'
import type { ChartSpec } from '#core/charts/chart.ts'
import type { Dashboard } from '#core/dashboard/dashboard.ts'
import type { Query } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Format } from '#core/semantic/vocabulary.ts'
import type { Cell, ColumnType } from '#core/table/table.ts'

export type Account = {
  readonly id: string
  readonly kind: 'guest' | 'member'
  readonly email: string | null
  readonly name: string
  readonly preferences: { readonly theme: 'system' | 'light' | 'dark'; readonly notifications: boolean }
}

export type Dataset = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly status: 'pending' | 'processing' | 'ready' | 'failed'
  /** 0 to 1 while processing. */
  readonly progress: number
  readonly size: number
  readonly rows: number | null
  readonly columns: number | null
  readonly failure: { readonly message: string; readonly hint: string } | null
  readonly sample: boolean
  readonly createdAt: string
  readonly processedAt: string | null
}

export type WireTable = {
  readonly columns: readonly { readonly name: string; readonly type: ColumnType; readonly format: Format }[]
  readonly rows: readonly (readonly Cell[])[]
  readonly ms: number
}

export type WireAnswer =
  | {
      readonly status: 'answer'
      readonly sentence: string
      readonly table: WireTable
      readonly chart: ChartSpec
      readonly reading: Reading
      readonly others: readonly Reading[]
      readonly confidence: number
    }
  | { readonly status: 'clarify'; readonly question: string; readonly readings: readonly Reading[] }
  | { readonly status: 'refuse'; readonly reason: string; readonly suggestions: readonly string[] }

export type Answered = Extract<WireAnswer, { status: 'answer' }>

export type DashboardSummary = {
  readonly id: string
  readonly dataset: string | null
  readonly title: string
  readonly updatedAt: string
}

export type DashboardRecord = DashboardSummary & { readonly document: Dashboard }

export type Share = {
  readonly id: string
  readonly token: string
  readonly createdAt: string
  readonly revokedAt: string | null
}

export type PublicDashboard = { readonly document: Dashboard; readonly models: readonly SemanticModel[] }

export type { Chip, Query, Reading, SemanticModel }
