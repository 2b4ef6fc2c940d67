import type { Fences, NumberProfile, Outliers as Found, RowValue } from '#core/profile/profile.ts'
import { count } from '../../../ui/figures.ts'
import type { Links } from '../links.ts'
import { type Box, boxOf } from './box.ts'
import type { Spell } from './spell.ts'

const rules = [
  {
    id: 'quartiles',
    title: 'By quartiles',
    meaning: 'Further outside the middle half of the values than one and a half times its width (Tukey).',
  },
  { id: 'zScore', title: 'By standard deviation', meaning: 'More than three standard deviations from the mean.' },
  {
    id: 'robust',
    title: 'By the median',
    meaning: 'Far from the median, measured by the typical distance to it, which extreme values cannot stretch.',
  },
] as const

const beyondInWords = (beyond: number): string =>
  beyond === 1 ? 'one value listed below is farther out' : `${count(beyond)} of the values listed below are farther out`

function BoxPlot({
  box,
  numbers,
  spell,
}: {
  readonly box: Box
  readonly numbers: NumberProfile
  readonly spell: Spell
}) {
  const { whiskers, median, dots } = box
  const [from, to] = box.box
  const [lower, middle, upper] = numbers.quartiles
  return (
    <figure class="box-plot">
      <div
        class="box-picture"
        role="img"
        aria-label={`Half of the values lie between ${spell(lower)} and ${spell(upper)}, the median is ${spell(middle)}; all reach from ${spell(numbers.min)} to ${spell(numbers.max)}`}
      >
        <span class="box-whisker" style={{ left: `${whiskers[0]}%`, width: `${whiskers[1] - whiskers[0]}%` }} />
        <span class="box-middle" style={{ left: `${from}%`, width: `${Math.max(0.4, to - from)}%` }} />
        <span class="box-median" style={{ left: `${median}%` }} />
        {dots.map(({ at, row, value }) => (
          <span
            key={row}
            class="box-dot"
            style={{ left: `${at}%` }}
            title={`${spell(value)} in row ${count(row + 1)}`}
          />
        ))}
      </div>
      <figcaption class="numeric">
        <span>{spell(box.from)}</span>
        {box.beyond > 0 && <span>{beyondInWords(box.beyond)}</span>}
        <span>{spell(box.to)}</span>
      </figcaption>
    </figure>
  )
}

function Rule({
  rule,
  fences,
  spell,
}: {
  readonly rule: (typeof rules)[number]
  readonly fences: Fences | null
  readonly spell: Spell
}) {
  return (
    <tr>
      <th scope="row">
        {rule.title}
        <span class="rule-meaning">{rule.meaning}</span>
      </th>
      {fences === null ? (
        <td colSpan={2} class="muted">
          does not apply: too many values are equal
        </td>
      ) : (
        <>
          <td class="numeric">{`${spell(fences.low)} to ${spell(fences.high)}`}</td>
          <td class="numeric">{count(fences.count)}</td>
        </>
      )}
    </tr>
  )
}

function Extremes({
  title,
  values,
  spell,
  links,
}: {
  readonly title: string
  readonly values: readonly RowValue[]
  readonly spell: Spell
  readonly links: Links
}) {
  if (values.length === 0) return null
  return (
    <div>
      <h4>{title}</h4>
      <ul class="extremes numeric">
        {values.map(({ row, value }) => (
          <li key={row}>
            <span>{spell(value)}</span>
            <a href={links.row(row)}>{`Row ${count(row + 1)}`}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function FarOut({ found, spell, links }: { readonly found: Found; readonly spell: Spell; readonly links: Links }) {
  return (
    <>
      <div class="column-scroll" tabIndex={0} role="group" aria-label="Table of rules for values far from the others">
        <table class="plain-table rules">
          <thead>
            <tr>
              <th>Rule</th>
              <th>Ordinary</th>
              <th>Outside</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <Rule key={rule.id} rule={rule} fences={found[rule.id]} spell={spell} />
            ))}
          </tbody>
        </table>
      </div>
      {!found.exact && <p class="small muted">In so many rows the counts are close estimates.</p>}
      <div class="extreme-lists">
        <Extremes title="Lowest" values={found.lowest} spell={spell} links={links} />
        <Extremes title="Highest" values={found.highest} spell={spell} links={links} />
      </div>
    </>
  )
}

type Props = { readonly numbers: NumberProfile; readonly spell: Spell; readonly links: Links }

/** Outliers: a box plot, three rules, and the rows. */
export function Outliers({ numbers, spell, links }: Props) {
  const box = boxOf(numbers)
  if (!numbers.outliers || !box) return null
  return (
    <section class="card column-part" aria-labelledby="outliers-title">
      <h3 id="outliers-title">Far from the others</h3>
      <p class="small muted">
        The box holds the middle half of the values, with a line at the median; the thin line reaches to the last
        ordinary values, dots are beyond it.
      </p>
      <BoxPlot box={box} numbers={numbers} spell={spell} />
      <FarOut found={numbers.outliers} spell={spell} links={links} />
    </section>
  )
}
