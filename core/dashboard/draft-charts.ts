import { inSentence, isPhrase, plural } from '../charts/labels.ts'
import type { Dimension } from '../query/query.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import { mention, type Chosen, type Figure } from './choose-columns.ts'
import { draft, largestBy, type Draft } from './draft.ts'

const fewest = 3
/** Categories fill up a dashboard to this many charts; beyond, more of the same tires. */
const enough = 5
const most = 6
/** So many bars are read at a glance. */
const barLimit = 10
/** So many colours are told apart in a split. */
const splitLimit = 5
const bins = 24
/** A relationship is lost in more dots than this. */
const dotLimit = 500

const isMeasured = (figure: Figure): boolean => figure.column !== null

const along = (model: SemanticModel, time: SemanticColumn): Dimension => ({
  column: time.name,
  grain: model.timeGrain ?? 'month',
})

/** The main figure over time. */
function trend(model: SemanticModel, { time, main }: Chosen): Draft[] {
  if (time === null || time.distinct < 2) return []
  const title = `${main.subject} over time`
  return [draft(model, { title, type: 'line', dimensions: [along(model, time)], measures: [main.measure] })]
}

function byCategory(model: SemanticModel, figure: Figure, column: SemanticColumn): Draft {
  const by = inSentence(column.label)
  const many = column.distinct > barLimit
  return draft(model, {
    title:
      many && !isPhrase(column.label)
        ? `Top ${barLimit} ${plural(by)} by ${mention(figure)}`
        : `${figure.subject} by ${by}`,
    type: 'bar',
    dimensions: [{ column: column.name }],
    measures: [figure.measure],
    sort: largestBy(figure.measure),
    limit: barLimit,
  })
}

/** The main figure split by two categories, or by one over time. */
function comparison(model: SemanticModel, { categories, main, time }: Chosen): Draft[] {
  const split = categories.find(({ distinct }) => distinct <= splitLimit)
  if (split === undefined) return []
  const axis = categories.find((column) => column !== split && column.distinct <= barLimit)
  if (axis) {
    return [
      draft(model, {
        title: `${main.subject} by ${inSentence(axis.label)} and ${inSentence(split.label)}`,
        type: 'bar',
        dimensions: [{ column: axis.name }, { column: split.name }],
        measures: [main.measure],
      }),
    ]
  }
  if (time === null) return []
  const title = `${main.subject} over time by ${inSentence(split.label)}`
  return [
    draft(model, {
      title,
      type: 'line',
      dimensions: [along(model, time), { column: split.name }],
      measures: [main.measure],
    }),
  ]
}

function distribution(model: SemanticModel, column: SemanticColumn): Draft {
  return draft(model, {
    title: `Distribution of ${inSentence(column.label)}`,
    type: 'histogram',
    dimensions: [{ column: column.name, bins }],
    measures: [{ aggregate: 'count' }],
  })
}

/** Two measures of the same groups; without groups, one averaged along the other. */
function relationship(model: SemanticModel, { figures, detail, time }: Chosen): Draft[] {
  const [x, y] = figures
  if (x === undefined || y === undefined) return []
  const measures = [x.measure, y.measure]
  const title = `${y.subject} against ${mention(x)}`
  if (detail) {
    const dimensions = [{ column: detail.name }]
    return [
      draft(model, {
        title: `${title} by ${inSentence(detail.label)}`,
        type: 'scatter',
        dimensions,
        measures,
        limit: dotLimit,
      }),
    ]
  }
  if (time) {
    const dimensions = [along(model, time)]
    return [
      draft(model, {
        title: `${title} by ${dimensions[0]?.grain}`,
        type: 'scatter',
        dimensions,
        measures,
        limit: dotLimit,
      }),
    ]
  }
  if (x.column === null || y.column === null || !y.column.aggregates.includes('mean')) return []
  return [
    draft(model, {
      title: `Average ${inSentence(y.column.label)} by ${inSentence(x.column.label)}`,
      type: 'line',
      dimensions: [{ column: x.column.name, bins }],
      measures: [{ aggregate: 'mean', column: y.column.name }],
    }),
  ]
}

/** Columns that repeat, whatever their role, counted: for datasets with little else to show. */
function frequent(model: SemanticModel, { count }: Chosen): Draft[] {
  const repeating = model.columns.filter(
    ({ role, distinct }) => (role === 'text' || role === 'id') && distinct > 1 && distinct < model.rows,
  )
  return repeating.map((column) => byCategory(model, count, column))
}

/** Three to six charts, the most telling first; fewer only where the dataset has no more to show. */
export function draftCharts(model: SemanticModel, chosen: Chosen): Draft[] {
  const { categories, main, figures, detail } = chosen
  const [first, next] = categories
  const second = detail && detail !== first ? detail : next
  const spread = figures.flatMap(({ column }) => (column && column.distinct > 2 ? [column] : []))
  const best = [
    ...trend(model, chosen),
    ...(first ? [byCategory(model, main, first)] : []),
    ...(second ? [byCategory(model, main, second)] : []),
    ...comparison(model, chosen),
    ...spread.slice(0, 1).map((column) => distribution(model, column)),
    ...relationship(model, chosen),
  ]
  const further = categories.filter((column) => column !== first && column !== second).slice(0, enough)
  const more = [
    ...further.map((column) => byCategory(model, main, column)),
    ...spread.slice(1).map((column) => distribution(model, column)),
    ...frequent(model, chosen),
  ]
  if (isMeasured(main) && first) more.push(byCategory(model, chosen.count, first))
  const titles = new Set(best.map(({ title }) => title))
  const wanted = further.length > 0 ? enough : fewest
  const filling = more.filter(({ title }) => !titles.has(title)).slice(0, Math.max(0, wanted - best.length))
  return [...best, ...filling].slice(0, most)
}
