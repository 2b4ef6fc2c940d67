import type { Filter } from '#core/query/filter.ts'
import type { SemanticColumn } from '#core/semantic/semantic-model.ts'

/** Props of every filter editor. */
export type EditorProps = {
  readonly column: SemanticColumn
  /** The current filter. */
  readonly filter: Filter | null
  /** Label of the button that applies it. */
  readonly action: string
  readonly onDone: (filter: Filter) => void
}
