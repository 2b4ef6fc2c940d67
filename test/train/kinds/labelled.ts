import type { ColumnFacts } from '#core/semantic/kinds/column-facts.ts'
import { type FeatureType, featureTypes } from '#core/semantic/kinds/feature-types.ts'
import { traitsOf } from '#core/semantic/kinds/traits.ts'
import { factsOfLabelled, factsOfSamples, type LabelledColumn, labelledColumns } from '../../eval/types.ts'
import { isSetAside } from '../../support/set-aside.ts'

/** A column as the product may meet it, and its traits. */
type Form = { readonly facts: ColumnFacts; readonly traits: Float64Array }

/** The ways in which a labelled column is shown to the trees. */
export const formNames = ['named', 'hidden', 'samples'] as const
export type FormName = (typeof formNames)[number]

export type Labelled = {
  readonly label: FeatureType
  readonly source: string
  readonly forms: Readonly<Record<FormName, Form>>
}

/** A name that says nothing. */
const hidden = (column: LabelledColumn): LabelledColumn => ({ ...column, name: 'x' })

const formOf = (facts: ColumnFacts): Form => ({ facts, traits: traitsOf(facts) })

async function labelledOf(column: LabelledColumn): Promise<Labelled> {
  const label = featureTypes.find((type) => type === column.label)
  if (label === undefined) throw new Error(`“${column.label}” is no feature type.`)
  const forms = {
    named: formOf(await factsOfLabelled(column)),
    hidden: formOf(await factsOfLabelled(hidden(column))),
    samples: formOf(await factsOfSamples(column)),
  }
  return { label, source: column.source, forms }
}

const labelledOfPart = async (part: 'public' | 'train'): Promise<readonly Labelled[]> => {
  const labelled: Labelled[] = []
  for (const column of await labelledColumns(part)) labelled.push(await labelledOf(column))
  return labelled
}

export type Material = {
  /** What settings are chosen by. */
  readonly learned: readonly Labelled[]
  /** Those of a fifth of the files, set aside for one measurement at the end. */
  readonly unread: readonly Labelled[]
  /** The public columns, which the detectors were written by: they can teach, but measure nothing. */
  readonly known: readonly Labelled[]
}

export async function columnsToLearn(): Promise<Material> {
  const all = await labelledOfPart('train')
  const isUnread = ({ source }: Labelled): boolean => isSetAside(source)
  return {
    learned: all.filter((each) => !isUnread(each)),
    unread: all.filter(isUnread),
    known: await labelledOfPart('public'),
  }
}
