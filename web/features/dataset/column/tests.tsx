import type { ColumnProfile, Profile } from '#core/profile/profile.ts'
import type { MomentCoverage, SeriesProfile, TimeProfile } from '#core/profile/time-profile.ts'
import type { TestResult } from '#core/stats/test-result.ts'
import { count } from '../../../ui/figures.ts'
import { coverageInWords, gapInWords } from '../glance/glance-words.ts'
import { plain } from './spell.ts'

/** The question each test answers, by id. */
const questions: Readonly<Record<string, readonly [string, string]>> = {
  'dagostino-pearson': ['Bell curve, by skewness and kurtosis', 'D’Agostino and Pearson’s test'],
  'shapiro-wilk': ['Bell curve, by the order of values', 'Shapiro and Wilk’s test'],
  'augmented-dickey-fuller': ['Does it come back to a level?', 'The augmented Dickey–Fuller test'],
  kpss: ['Does it keep one level?', 'The KPSS test'],
  'mann-kendall': ['Does it rise or fall?', 'Mann and Kendall’s test'],
}

function Tests({ tests }: { readonly tests: readonly TestResult[] }) {
  return (
    <ul class="tests">
      {tests.map(({ id, statistic, sentence }) => {
        const [question, name] = questions[id] ?? [id, id]
        return (
          <li key={id}>
            <h4>{question}</h4>
            <p>{sentence}</p>
            <p class="small muted numeric">{`${name}, statistic ${plain(statistic)}`}</p>
          </li>
        )
      })}
    </ul>
  )
}

const pMeaning =
  'p is the chance of seeing such values, or more striking ones, if the assumption tested were true; below 0.05 it is usually given up.'

/** Normality tests of a column. */
export function Normality({ column }: { readonly column: ColumnProfile }) {
  const tests = column.numbers?.normality ?? []
  if (tests.length === 0) return null
  return (
    <section class="card column-part" aria-labelledby="normality-title">
      <h3 id="normality-title">A bell curve?</h3>
      <p class="small muted">{`Many methods expect values that lie evenly around their mean, most of them near it. ${pMeaning}`}</p>
      <Tests tests={tests} />
    </section>
  )
}

function Coverage({ coverage }: { readonly coverage: MomentCoverage }) {
  const { gaps, grain } = coverage
  return (
    <>
      <p>{coverageInWords(coverage)}</p>
      {gaps.length > 0 && (
        <ul class="gaps small muted">
          {gaps.map((gap) => (
            <li key={gap.from}>{gapInWords(gap, grain ?? 'day')}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function Series({ series, time }: { readonly series: SeriesProfile; readonly time: TimeProfile }) {
  const { periods, tests } = series
  return (
    <>
      <p class="small muted">{`Its mean in each of ${count(periods)} periods along ${time.column}. ${pMeaning}`}</p>
      <Tests tests={tests} />
    </>
  )
}

/** Tests of a measure over time, or the coverage of a moment column. */
export function AlongTime({ column, profile }: { readonly column: ColumnProfile; readonly profile: Profile }) {
  const { coverage, name } = column
  const { time } = profile
  const series = time?.series.find((each) => each.column === name)
  if (!coverage && !series) return null
  return (
    <section class="card column-part" aria-labelledby="time-title">
      <h3 id="time-title">Along time</h3>
      {coverage && <Coverage coverage={coverage} />}
      {series && time && <Series series={series} time={time} />}
    </section>
  )
}
