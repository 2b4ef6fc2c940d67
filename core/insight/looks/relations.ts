import { formatNumber } from '../../format/format-number.ts'
import type { Finding, Look } from '../insight.ts'
import { numbersOf } from '../result.ts'
import type { Figure, Subject } from '../subject.ts'

/** Figures of the same columns are related by their making. */
const areApart = (a: Figure, b: Figure): boolean => {
  const namesOf = ({ column, calculations }: Figure): readonly string[] =>
    calculations.length === 0 ? [column] : calculations.flatMap(({ formula }) => formula.match(/\[[^\]]+\]/g) ?? [])
  return !namesOf(a).some((name) => namesOf(b).includes(name))
}

function lookAt({ dataset }: Subject, a: Figure, b: Figure): Look {
  const query: Finding['query'] = {
    dataset,
    calculations: [...a.calculations, ...b.calculations],
    columns: [a.column, b.column],
    statistic: 'pearson',
  }
  return {
    query,
    judge: (table) => {
      const [r = Number.NaN] = numbersOf(table, 'Correlation')
      const [p = Number.NaN] = numbersOf(table, 'p')
      const [n = 0] = numbersOf(table, 'n')
      if (Number.isNaN(r) || Number.isNaN(p)) return []
      const direction = r > 0 ? 'higher' : 'lower'
      return [
        {
          kind: 'relation',
          text: `The higher the ${a.label}, the ${direction} the ${b.label} tends to be: their correlation is ${formatNumber(r)}.`,
          query,
          numbers: { correlation: r, n },
          pValue: p,
          effect: Math.abs(r),
          about: [a.column, b.column],
        },
      ]
    },
  }
}

/** Do two figures rise and fall together? Pearson's correlation. */
export const relations = (subject: Subject): readonly Look[] =>
  subject.figures.flatMap((a, at) =>
    subject.figures
      .slice(at + 1)
      .filter((b) => areApart(a, b))
      .map((b) => lookAt(subject, a, b)),
  )
