import { assume, use, wordsAt, type Draft } from './draft.ts'

/** Takes what colours the whole question: chart words, `over time`, `share of`, what is out of reach. */
export function readMarks(draft: Draft): void {
  for (const [at, { meaning }] of draft.items.entries()) {
    switch (meaning.kind) {
      case 'trend':
      case 'distribution':
      case 'share':
      case 'versus':
      case 'contrast':
      case 'list':
        draft.marks.add(meaning.kind)
        draft.markWords.set(meaning.kind, wordsAt(draft, at))
        use(draft, at)
        break
      case 'chart':
        draft.chart = { type: meaning.chart, words: wordsAt(draft, at) }
        use(draft, at)
        break
      case 'beyond':
        draft.beyond ??= meaning.what
        use(draft, at)
        assume(draft, 0.15)
        break
      default:
    }
  }
}
