import { isFlag } from '../compose/draft.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'

/** A condition taken apart: `Region is West` is of Region, and says `is West`. */
function takeApart(text: string, model: SemanticModel) {
  const fitting = model.columns.filter(({ label }) => text.startsWith(`${label} `))
  const column = fitting.reduce<(typeof fitting)[number] | null>(
    (longest, each) => (each.label.length > (longest?.label.length ?? 0) ? each : longest),
    null,
  )
  return column === null ? null : { column, says: text.slice(column.label.length + 1) }
}

/** Is it a fact, told by a column of yes and no: `Survived is yes`? */
export const isFact = (text: string, model: SemanticModel): boolean => {
  const parts = takeApart(text, model)
  return parts !== null && isFlag(parts.column) && /^is (yes|no)$/.test(parts.says)
}

/** A condition as what a row has: `Region West`, `Sales over 500`, `no Email`. */
export function asPossession(text: string, model: SemanticModel): string {
  const parts = takeApart(text, model)
  if (parts === null) return text
  const { column, says } = parts
  if (says === 'is missing') return `no ${column.label}`
  if (says === 'is not missing') return `a ${column.label}`
  if (says.startsWith('is not ')) return `${column.label} other than ${says.slice(7)}`
  return `${column.label} ${says.replace(/^is /, '')}`
}
