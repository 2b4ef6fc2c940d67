import { type AccessRules, type RuledRole, ruledRoles, type Visibility } from './access-rules.ts'
import type { ColumnDecision, ModelDocument } from './model-document.ts'

function visibilityOf({ isHidden, isMasked, visibility }: ColumnDecision, role: RuledRole): Visibility | null {
  const own = visibility?.[role]
  if (isHidden || own === 'hidden') return 'hidden'
  return isMasked || own === 'masked' ? 'masked' : null
}

/** Who sees what, as a document says it: what is hidden or masked, is so for all below the owner. */
export function accessOf(document: ModelDocument): AccessRules {
  const columns = Object.entries(document.columns).flatMap(([column, decided]) =>
    ruledRoles.flatMap((role) => {
      const visibility = visibilityOf(decided, role)
      return visibility === null ? [] : [{ column, role, visibility }]
    }),
  )
  return { rows: document.rows, columns }
}
