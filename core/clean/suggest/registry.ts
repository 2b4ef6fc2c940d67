import type { Detector } from './detector.ts'
import { mixedCase, spaces, spellings } from './text-detectors.ts'
import { numbersWithUnits, wrongType } from './type-detectors.ts'
import { awkwardNames, duplicates, emptyColumns, missing, oddCells, outliers, sensitive } from './value-detectors.ts'

/** Every detector. */
export const detectors = {
  spaces,
  mixedCase,
  spellings,
  duplicates,
  wrongType,
  oddCells,
  missing,
  outliers,
  numbersWithUnits,
  emptyColumns,
  awkwardNames,
  sensitive,
} as const satisfies Record<string, Detector>
