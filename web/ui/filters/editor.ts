import type { Filter } from '#core/query/filter.ts'
import type { SemanticColumn } from '#core/semantic/semantic-model.ts'

/** What every way to filter a column is given. */
export type EditorProps = {
  readonly column: SemanticColumn
  /** What it is filtered by now. */
  readonly filter: Filter | null
  /** What taking it is called. */
  readonly action: string
  readonly onDone: (filter: Filter) => void
}
