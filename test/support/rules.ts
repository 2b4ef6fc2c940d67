import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, root } from './source-files.ts'

const idPattern = /[A-Z]{1,3}\d+[a-z]?/g

/** Test files of a SPEC.md besides those in the folder of test/ that mirrors its own. */
const alsoIn: Readonly<Record<string, readonly string[]>> = {
  'core/access/SPEC.md': [
    'test/worker/audit.test.ts',
    'test/worker/inherited-names.test.ts',
    'test/worker/row-security.test.ts',
  ],
  'core/access/disclosure/SPEC.md': ['test/core/access/disclosure.test.ts'],
  'core/ask/receipt/SPEC.md': ['test/worker/receipts.test.ts'],
  'core/catalog/SPEC.md': ['test/worker/catalog.test.ts', 'test/worker/versions.test.ts'],
  'core/charts/SPEC.md': ['test/cli/chart.test.ts', 'test/contracts/charts.test.ts', 'test/worker/charts.test.ts'],
  'core/clean/SPEC.md': ['test/contracts/clean-steps.test.ts', 'test/worker/cleaning.test.ts'],
  'core/dashboard/SPEC.md': ['test/contracts/dashboard-edits.test.ts', 'test/web/stacked-order.test.ts'],
  'core/engine/SPEC.md': ['test/core/query/period.test.ts', 'test/core/sql/differential.test.ts'],
  'core/ingest/SPEC.md': [
    'test/cli/edgewise.test.ts',
    'test/contracts/readers.test.ts',
    'test/core/profile/profile.test.ts',
    'test/eval/workbooks.test.ts',
  ],
  'core/profile/SPEC.md': [
    'test/contracts/quality.test.ts',
    'test/contracts/statistics.test.ts',
    'test/core/stats/isolation-forest.test.ts',
  ],
  'core/query/SPEC.md': ['test/core/engine/differential.test.ts', 'test/core/engine/steps.test.ts'],
  'core/semantic/SPEC.md': ['test/core/access/mask.test.ts', 'test/eval/types.test.ts'],
  'core/semantic/formula/SPEC.md': [
    'test/core/engine/formula/calculate.test.ts',
    'test/core/sql/formula/differential.test.ts',
    'test/core/sql/formula/queries.test.ts',
  ],
}

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

/** The ids that the titles of a test file begin with; a title may be one of the values of `test.each`. */
const idsInTitles = (path: string): string[] =>
  [...textOf(path).matchAll(/['"`]((?:\[[A-Z]{1,3}\d+[a-z]?(?:, ?[A-Z]{1,3}\d+[a-z]?)*\] ?)+)/g)].flatMap(
    ([, begin = '']) => begin.match(idPattern) ?? [],
  )

/** A SPEC.md, the ids of its rules in order, and the ids that the tests of its own begin with. */
export type Rules = { readonly spec: string; readonly ids: readonly string[]; readonly tested: ReadonlySet<string> }

const specs = filesBelow('core', ['SPEC.md'])
const testFiles = filesBelow('test', ['.test.ts', '.test.tsx'])

/** Which SPEC.md a test file is about: the nearest folder above, and where a table says so. */
function specsOf(file: string): string[] {
  const mirrored = specs
    .filter((spec) => file.startsWith(`test/${spec.replace('SPEC.md', '')}`))
    .sort((a, b) => b.length - a.length)
    .slice(0, 1)
  return [...mirrored, ...specs.filter((spec) => alsoIn[spec]?.includes(file))]
}

export const rules: readonly Rules[] = specs.map((spec) => ({
  spec,
  ids: [...textOf(spec).matchAll(/^- (?:\*\*|\[)?([A-Z]{1,3}\d+[a-z]?)(?:\*\*|\])? /gm)].map(([, id = '']) => id),
  tested: new Set(testFiles.filter((file) => specsOf(file).includes(spec)).flatMap(idsInTitles)),
}))

/** Titles that begin with an id of no SPEC.md that their file is about. */
export const unknownTitles: readonly string[] = testFiles.flatMap((file) => {
  const about = specsOf(file)
  const known = new Set(rules.filter(({ spec }) => about.includes(spec)).flatMap(({ ids }) => ids))
  return idsInTitles(file)
    .filter((id) => !known.has(id))
    .map((id) => `${file}: ${id}`)
})
