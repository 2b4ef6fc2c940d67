import { coverage, cosine, gramsOf, weigher, type Grams } from '#core/catalog/grams.ts'
import type { Id } from '#core/ids.ts'

/** A dataset among which is searched. */
type Known = { readonly dataset: Id<'dataset'>; readonly grams: Grams }
type Asked = { readonly workspace: Id<'workspace'>; readonly text: string; readonly among: readonly Known[] }
type Closeness = ReadonlyMap<string, number>

/** Closeness in meaning, 0 to 1, of datasets to a text. */
export type Vectors = {
  readonly put: (workspace: Id<'workspace'>, dataset: Id<'dataset'>, text: string) => Promise<void>
  readonly remove: (dataset: Id<'dataset'>) => Promise<void>
  /** To a few words that somebody looks for. */
  readonly toQuestion: (asked: Asked) => Promise<Closeness>
  /** To all the words of a card. */
  readonly toCard: (asked: Asked) => Promise<Closeness>
}

const byGrams = ({ text, among }: Asked, measure: typeof cosine): Closeness => {
  const own = gramsOf(text)
  const weigh = weigher(among.map(({ grams }) => grams))
  return new Map(among.map(({ dataset, grams }) => [dataset, measure(own, grams, weigh)]))
}

/** By the hashed n-grams that stand beside each card: nothing but the database is needed. */
const localVectors: Vectors = {
  put: async () => {},
  remove: async () => {},
  toQuestion: async (asked) => byGrams(asked, coverage),
  toCard: async (asked) => byGrams(asked, cosine),
}

/** The model whose vectors the index holds; the index is made for it by `npm run deploy`. */
const model = '@cf/baai/bge-base-en-v1.5'
const nearest = 50
/** Unrelated texts have about this cosine with this model, and the same text 1. */
const unrelated = 0.45

function boundVectors(ai: Ai, index: VectorizeIndex): Vectors {
  async function embed(text: string): Promise<number[]> {
    const { data } = (await ai.run(model, { text: [text.slice(0, 4000)] })) as { data?: number[][] }
    const [vector] = data ?? []
    if (!vector) throw new Error(`${model} gave no vector`)
    return vector
  }
  async function near({ workspace, text }: Asked): Promise<Closeness> {
    const { matches } = await index.query(await embed(text), { topK: nearest, namespace: workspace })
    return new Map(matches.map(({ id, score }) => [id, Math.max(0, (score - unrelated) / (1 - unrelated))]))
  }
  return {
    put: async (namespace, id, text) => void (await index.upsert([{ id, namespace, values: await embed(text) }])),
    remove: async (id) => void (await index.deleteByIds([id])),
    toQuestion: near,
    toCard: near,
  }
}

/** Chosen once: Vectorize and Workers AI where both are bound, else the n-grams. The only code that speaks to either. */
export const vectorsIn = ({ AI: ai, VEC: index }: Env): Vectors =>
  ai && index ? boundVectors(ai, index) : localVectors
