import type { Profile } from '../profile/profile.ts'
import type { TextShape } from '../profile/shapes/shape-of-text.ts'
import { factsOf } from '../semantic/kinds/column-facts.ts'
import { type KindId, kinds, surestKind } from '../semantic/kinds/registry.ts'

/** A column that tells of single persons. */
export type SensitiveColumn = {
  readonly name: string
  readonly kind: KindId
  /** As people call it: `e-mail address`. */
  readonly title: string
  readonly sensitivity: 'personal' | 'secret'
  /** How sure it is that the column is of this kind, from 0 to 1. */
  readonly confidence: number
  /** The share of its values that look so by themselves; null where only the name tells. */
  readonly share: number | null
  readonly rows: number
}

/** The shapes that show a kind value by value. */
const shapeOf: Partial<Readonly<Record<KindId, TextShape>>> = {
  email: 'email',
  phone: 'phone',
  ip: 'ip',
  card: 'card',
  iban: 'iban',
  nationalId: 'nationalId',
  name: 'person',
  address: 'address',
}

/** Which columns of a dataset hold personal data, what of, and how sure that is: what does harm first, then the surest. */
export function sensitiveColumns({ columns, rows }: Profile): readonly SensitiveColumn[] {
  const found = columns.flatMap((column): SensitiveColumn[] => {
    const facts = factsOf(column, rows)
    const { kind, confidence } = surestKind(facts)
    const { title, sensitivity } = kinds[kind]
    if (sensitivity === 'none') return []
    const shape = shapeOf[kind]
    const share = shape === undefined || column.type !== 'text' ? null : facts.share(shape)
    return [{ name: column.name, kind, title, sensitivity, confidence, share, rows: facts.known }]
  })
  const weight = ({ sensitivity, confidence }: SensitiveColumn): number =>
    (sensitivity === 'secret' ? 1 : 0) + confidence
  return found.sort((a, b) => weight(b) - weight(a))
}
