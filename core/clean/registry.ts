import type { SomeStep } from './step.ts'
import { capOutliers } from './steps/cap-outliers.ts'
import { cast } from './steps/cast.ts'
import { cleanNamesStep } from './steps/clean-names.ts'
import { extract } from './steps/extract.ts'
import { fillMissing } from './steps/fill-missing.ts'
import { fixOdd } from './steps/fix-odd.ts'
import { mask } from './steps/mask.ts'
import { mergeColumns } from './steps/merge-columns.ts'
import { removeColumns } from './steps/remove-columns.ts'
import { removeDuplicates } from './steps/remove-duplicates.ts'
import { removeRows } from './steps/remove-rows.ts'
import { renameColumn } from './steps/rename-column.ts'
import { reorderColumns } from './steps/reorder-columns.ts'
import { replaceValues } from './steps/replace-values.ts'
import { splitColumn } from './steps/split-column.ts'
import { trim } from './steps/trim.ts'
import { unifyCase } from './steps/unify-case.ts'
import { unifySpellings } from './steps/unify-spellings.ts'

/**
 * Every cleaning step, in the usual order of application: steps that unify texts precede those that compare them, and
 * steps that rename columns follow those that name them. A new one is one file and one line here.
 */
export const steps = {
  trim,
  'unify-case': unifyCase,
  'unify-spellings': unifySpellings,
  'replace-values': replaceValues,
  cast,
  'fix-odd': fixOdd,
  extract,
  'split-column': splitColumn,
  'merge-columns': mergeColumns,
  'remove-duplicates': removeDuplicates,
  'remove-rows': removeRows,
  'cap-outliers': capOutliers,
  'fill-missing': fillMissing,
  mask,
  'rename-column': renameColumn,
  'clean-names': cleanNamesStep,
  'reorder-columns': reorderColumns,
  'remove-columns': removeColumns,
} as const satisfies Record<string, SomeStep>

export type StepId = keyof typeof steps
export const stepIds = Object.keys(steps) as [StepId, ...StepId[]]
