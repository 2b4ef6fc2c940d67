import type { InsightKind } from './insight.ts'

/** What would change one's mind about a finding of each kind. */
export const doubts: Readonly<Record<InsightKind, string>> = {
  difference:
    'If the groups also differ in something else, that may be the cause. Compare them again within one value of another column: the difference should stay.',
  concentration:
    'If the rows are only a part of all there is, the most frequent value may be frequent in that part alone. Newer rows should show it too.',
  association:
    'Two columns also go together when a third one drives both. Look again within one value of a third column: the tie should stay.',
  relation:
    'Going together is not causing. A few extreme rows, or two groups that lie apart, can make such a number: the cloud of points should slope as a whole.',
  trend:
    'If the kind of rows changed over time, the mix may have moved the figure. The trend should show in the largest groups too, and go on in the next periods.',
}
