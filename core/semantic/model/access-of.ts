import { type AccessRules, type RuledRole, ruledRoles, type Visibility } from './access-rules.ts'
import type { ColumnDecision, ModelDocument } from './model-document.ts'

function visibilityOf({ isHidden, isMasked, visibility }: ColumnDecision, role: RuledRole): Visibility | null {
  const own = visibility?.[role]
  if (isHidden || own === 'hidden') return 'hidden'
  return isMasked || own === 'masked' ? 'masked' : null
}

/** The access rules of a document: hidden and masked columns are restricted for every role below owner. */
export function accessOf(document: ModelDocument): AccessRules {
  const columns = Object.entries(document.columns).flatMap(([column, decided]) =>
    ruledRoles.flatMap((role) => {
      const visibility = visibilityOf(decided, role)
      return visibility === null ? [] : [{ column, role, visibility }]
    }),
  )
  return { rows: document.rows, columns }
}
