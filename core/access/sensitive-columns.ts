import type { Profile } from '../profile/profile.ts'
import type { TextShape } from '../profile/shapes/shape-of-text.ts'
import { factsOf } from '../semantic/kinds/column-facts.ts'
import { type KindId, kinds, surestKind } from '../semantic/kinds/registry.ts'

/** A column of personal data. */
export type SensitiveColumn = {
  readonly name: string
  readonly kind: KindId
  /** Name of its kind: `e-mail address`. */
  readonly title: string
  readonly sensitivity: 'personal' | 'secret'
  /** Confidence of the kind, 0 to 1. */
  readonly confidence: number
  /** Share of values with that shape; null if only the name indicates it. */
  readonly share: number | null
  readonly rows: number
}

/** Shapes that identify a kind value by value. */
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

/** Columns of personal data, with kind and confidence: most harmful first, then by confidence. */
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
