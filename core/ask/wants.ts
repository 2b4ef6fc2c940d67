import type { Intent } from '../charts/chart.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { askable } from './askable.ts'
import { compose } from './compose/compose.ts'
import type { Draft } from './compose/draft.ts'
import { coversOf } from './cover.ts'
import type { ChartWord } from './mention.ts'
import { wordsOf } from './words.ts'

type Mark = Draft['marks'] extends Set<infer Each> ? Each : never

/** What the words of a question want its picture for. */
const wanted: { readonly [Each in Mark]?: Intent } = {
  trend: 'trend',
  share: 'part',
  distribution: 'distribution',
  versus: 'relationship',
  correlate: 'relationship',
  contrast: 'comparison',
  difference: 'comparison',
  list: 'rows',
}

/** What a draft's question wants to see: a trend, shares, a relationship; nothing where it does not say. */
export function wantsOf({ marks, along }: Pick<Draft, 'marks' | 'along'>): readonly Intent[] {
  const said = [...marks].flatMap((mark) => wanted[mark] ?? [])
  return [...new Set(along ? [...said, 'trend' as const] : said)]
}

/** What the words of a question say of its picture, whatever becomes of the question. */
export function pictureIn(
  question: string,
  known: SemanticModel,
): { readonly type: ChartWord | null; readonly wants: readonly Intent[] } {
  const model = askable(known)
  const words = wordsOf(question)
  const draft = compose(model, words, coversOf(words, model, 1)[0]?.mentions ?? [])
  return { type: draft.chart?.type ?? null, wants: wantsOf(draft) }
}
