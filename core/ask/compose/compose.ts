import type { SemanticModel } from '../../semantic/semantic-model.ts'
import type { Mention } from '../mention.ts'
import type { Word } from '../words.ts'
import { newDraft, type Draft } from './draft.ts'
import { readAlternatives } from './read-alternatives.ts'
import { readComparisons } from './read-comparisons.ts'
import { readGroups } from './read-groups.ts'
import { readMarks } from './read-marks.ts'
import { readMeasures } from './read-measures.ts'
import { readOrder } from './read-order.ts'
import { readOutliers } from './read-outliers.ts'
import { readPeriods } from './read-periods.ts'
import { readPieces } from './read-pieces.ts'
import { readPlace } from './read-place.ts'
import { readRanks } from './read-ranks.ts'
import { measureCompared, readRest, weighLeftovers } from './read-rest.ts'
import { readNoun, readUnknownNoun } from './read-noun.ts'
import { readScale } from './read-scale.ts'
import { readStatistic } from './read-statistic.ts'
import { readSubjects } from './read-subjects.ts'
import { readFlags, readMissing, readPresent, readValues, readWithout } from './read-values.ts'

/** What takes mentions, in the order in which they may: conditions first, what is left over last. */
const readers: readonly ((draft: Draft) => void)[] = [
  readNoun,
  readPieces,
  readOutliers,
  readMarks,
  readPeriods,
  readComparisons,
  readMissing,
  readValues,
  readFlags,
  readWithout,
  readPresent,
  readAlternatives,
  readPlace,
  readOrder,
  readSubjects,
  readRanks,
  readGroups,
  readMeasures,
  readRest,
  measureCompared,
  readScale,
  readUnknownNoun,
  readStatistic,
  weighLeftovers,
]

/** Puts mentions together into what a Query needs. */
export function compose(model: SemanticModel, words: readonly Word[], mentions: readonly Mention[]): Draft {
  const draft = newDraft(model, words, mentions)
  for (const read of readers) read(draft)
  return draft
}
