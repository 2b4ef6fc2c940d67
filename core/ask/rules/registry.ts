import type { Mention } from '../mention.ts'
import { actingVerbRule } from './acting-verb.ts'
import { againstRule } from './against.ts'
import { agentsRule } from './agents.ts'
import { agesRule } from './ages.ts'
import { alternativesRule } from './alternatives.ts'
import { bandsRule } from './bands.ts'
import { bothRule } from './both.ts'
import { changeRule } from './change.ts'
import type { Chart } from './chart.ts'
import { columnsComparedRule } from './columns-compared.ts'
import { countedNounRule } from './counted-noun.ts'
import { decadesRule } from './decades.ts'
import { endsBesideRule } from './ends-beside.ts'
import { figureOfGroupsRule } from './figure-of-groups.ts'
import { firstAndLastRule } from './first-and-last.ts'
import { flagOfRankRule } from './flag-of-rank.ts'
import { gapRule } from './gap.ts'
import { goesWithRule } from './goes-with.ts'
import { growingRule } from './growing.ts'
import { havingRule } from './having.ts'
import { inUnitRule } from './in-unit.ts'
import { kindOfRule } from './kind-of.ts'
import { ledValuesRule } from './led-values.ts'
import { latenessRule } from './lateness.ts'
import { listedColumnsRule } from './listed-columns.ts'
import { losingRule } from './losing.ts'
import { movingAverageRule } from './moving-average.ts'
import { numberedRule } from './numbered.ts'
import { outliersRule } from './outliers.ts'
import { plainWordsRule } from './plain-words.ts'
import { quantilesRule } from './quantiles.ts'
import { rangeRule } from './range.ts'
import { ratioOfValuesRule } from './ratio-of-values.ts'
import { rateOfValueRule } from './rate-of-value.ts'
import { ratioRule } from './ratio.ts'
import { recurringTimesRule } from './recurring-times.ts'
import type { Rule } from './rule.ts'
import { timesCountedRule } from './times-counted.ts'
import { thanAnotherRule } from './than-another.ts'
import { timeBetweenRule } from './time-between.ts'
import { waysRule } from './ways.ts'

/** What several words say together. A new kind is one file and one name here. */
const rules: readonly Rule[] = [
  alternativesRule,
  numberedRule,
  ratioRule,
  rateOfValueRule,
  ratioOfValuesRule,
  flagOfRankRule,
  havingRule,
  bothRule,
  timesCountedRule,
  figureOfGroupsRule,
  againstRule,
  losingRule,
  recurringTimesRule,
  movingAverageRule,
  bandsRule,
  rangeRule,
  endsBesideRule,
  goesWithRule,
  inUnitRule,
  columnsComparedRule,
  timeBetweenRule,
  outliersRule,
  quantilesRule,
  firstAndLastRule,
  ledValuesRule,
  kindOfRule,
  actingVerbRule,
  waysRule,
  countedNounRule,
  changeRule,
  agentsRule,
  agesRule,
  thanAnotherRule,
  decadesRule,
  gapRule,
  latenessRule,
  plainWordsRule,
  growingRule,
  listedColumnsRule,
]

/** Every piece that rules make of the others. */
export const piecesOf = (chart: Chart): readonly Mention[] =>
  chart.words.flatMap((_, at) => rules.flatMap(({ find }) => find(chart, at)))
