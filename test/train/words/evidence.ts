import type { Vectors } from './vectors.ts'
import type { WordNet } from './word-net.ts'

/** What speaks for a word to be meant by another, each from 0 to 1. */
export const kinds = ['synonym', 'derived', 'broader', 'cosine', 'nearAndRelated', 'unknown'] as const
export type Evidence = Readonly<Record<(typeof kinds)[number], number>>

/** How the words that are linked to a word are linked to it. */
export type Links = ReadonlyMap<string, Evidence>

/**
 * What leads from one sense to another, by the symbol of the pointer. What is narrower says more than the word that is
 * meant, and leads nowhere.
 */
const kindOfPointer: Readonly<Record<string, 'derived' | 'broader'>> = {
  '+': 'derived',
  '\\': 'derived',
  '=': 'derived',
  '@': 'broader',
}

const isPlain = (word: string): boolean => /^[a-z]{3,}$/.test(word)

const nothing: Evidence = { synonym: 0, derived: 0, broader: 0, cosine: 0, nearAndRelated: 0, unknown: 0 }

type Led = { readonly kind: 'derived' | 'broader'; readonly to: string; readonly words: readonly string[] }

/** Where one sense of a word leads, and to which words of it. */
function ledTo(word: string, key: string, net: WordNet): readonly Led[] {
  const synset = net.synset(key)
  return (synset?.pointers ?? []).flatMap(({ symbol, to, source, target }) => {
    const [kind, words] = [kindOfPointer[symbol], net.synset(to)?.words ?? []]
    const isOfWord = source === 0 || synset?.words[source - 1] === word
    if (kind === undefined || !isOfWord) return []
    return [{ kind, to, words: target === 0 ? words : words.slice(target - 1, target) }]
  })
}

/** The words that share a sense with a word, are derived from it, or are one step broader. */
export function linksOf(word: string, net: WordNet): Links {
  const links = new Map<string, Evidence>()
  const add = (key: string, kind: 'synonym' | 'derived' | 'broader', own: number, words: readonly string[]): void => {
    for (const other of words) {
      if (other === word || !isPlain(other)) continue
      const known = links.get(other) ?? nothing
      const weight = Math.sqrt(own * (net.senses(other).get(key) ?? 0))
      links.set(other, { ...known, [kind]: Math.max(known[kind], weight) })
    }
  }
  for (const [key, own] of net.senses(word)) {
    add(key, 'synonym', own, net.synset(key)?.words ?? [])
    for (const { kind, to, words } of ledTo(word, key, net)) add(to, kind, own, words)
  }
  return links
}

/** The words that mean the opposite, or the opposite of what is like them. */
export function oppositesOf(word: string, net: WordNet): ReadonlySet<string> {
  const pointed = (key: string, symbol: string): readonly string[] =>
    (net.synset(key)?.pointers ?? []).flatMap((pointer) => (pointer.symbol === symbol ? [pointer.to] : []))
  const found = new Set<string>()
  for (const key of net.senses(word).keys()) {
    const against = [key, ...pointed(key, '&')].flatMap((each) => pointed(each, '!'))
    for (const end of [...against, ...against.flatMap((each) => pointed(each, '&'))])
      for (const other of net.synset(end)?.words ?? []) found.add(other)
  }
  return found
}

/** All that is known of two words, of which one has these links. */
export function evidenceOf(word: string, other: string, links: Links, vectors: Vectors): Evidence {
  const known = links.get(other)
  const cosine = vectors.cosine(word, other)
  const near = Math.max(0, cosine ?? 0)
  return { ...(known ?? nothing), cosine: near, nearAndRelated: known ? near : 0, unknown: cosine === null ? 1 : 0 }
}
