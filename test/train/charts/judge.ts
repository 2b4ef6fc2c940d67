import { specOf, type ChartSpec } from '#core/charts/chart-spec.ts'
import type { ChartType } from '#core/charts/chart.ts'
import type { Weights } from '#core/charts/choice/chances.ts'
import { alternativesTo, chartFor } from '#core/charts/recommend.ts'
import { chartTypeOf } from '#core/charts/registry.ts'
import type { Scene } from '#core/charts/scenes.ts'
import type { Pair } from './pairs.ts'

type Mark = ChartType['mark']

/** What the panels of small multiples are made of. */
function markOfScene(scene: Scene): Mark | null {
  if (scene.kind !== 'facets') return null
  const style = scene.panels[0]?.scene.series[0]?.style
  return style === 'bar' ? 'bar' : style === 'dot' ? 'point' : 'line'
}

/** The family of a chart; public collections draw areas as lines. */
function familyOf(spec: ChartSpec, data: Pair['data']): Mark {
  const type = chartTypeOf(spec.type)
  const mark = (type && markOfScene(type.scene(spec, data))) ?? type?.mark ?? 'other'
  return mark === 'area' ? 'line' : mark
}

export type Judged = {
  readonly pair: Pair
  readonly shown: readonly Mark[]
  readonly isFirst: boolean
  readonly isInThree: boolean
}

/** The families that the page offers for a pair, the one shown first: are those that people chose among them? */
export function judge(pair: Pair, weights?: Weights): Judged {
  const { asked, data, wants, families } = pair
  const first = chartFor(asked === null ? null : specOf(asked), data, { wants, weights })
  const others = alternativesTo(first, data, { wants, weights }).map(({ spec }) => spec)
  const shown = [...new Set([first, ...others].map((spec) => familyOf(spec, data)))]
  const isRight = (mark: Mark | undefined): boolean => mark !== undefined && families.includes(mark)
  return { pair, shown, isFirst: isRight(shown[0]), isInThree: shown.slice(0, 3).some(isRight) }
}

const percent = (count: number, of: number): string => `${((100 * count) / Math.max(1, of)).toFixed(1)} %`.padStart(7)

/** `nvbench  386  first 96.4 %  in three 98.4 %`. */
export const lineOf = (name: string, judged: readonly Judged[]): string =>
  `${name.padEnd(28)}${String(judged.length).padStart(4)}  first ${percent(judged.filter(({ isFirst }) => isFirst).length, judged.length)}  in three ${percent(judged.filter(({ isInThree }) => isInThree).length, judged.length)}`

/** A line for each source, split by whether the question names a chart. */
export function linesOf(title: string, judged: readonly Judged[]): readonly string[] {
  const sources = [...new Set(judged.map(({ pair }) => pair.source))]
  const rows = (name: string, own: readonly Judged[]): readonly string[] => [
    lineOf(name, own),
    lineOf(
      '  names a chart',
      own.filter(({ pair }) => pair.asked !== null),
    ),
    lineOf(
      '  names none',
      own.filter(({ pair }) => pair.asked === null),
    ),
  ]
  return [
    title,
    ...sources.flatMap((source) =>
      rows(
        source,
        judged.filter(({ pair }) => pair.source === source),
      ),
    ),
    ...rows('all', judged),
  ]
}
