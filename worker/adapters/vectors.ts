import { coverage, cosine, gramsOf, weigher, type Grams } from '#core/catalog/grams.ts'
import type { Id } from '#core/ids.ts'
import type { Env } from '../env.ts'

/** A dataset to search. */
type SearchedDataset = { readonly dataset: Id<'dataset'>; readonly grams: Grams }
type Search = { readonly workspace: Id<'workspace'>; readonly text: string; readonly among: readonly SearchedDataset[] }
type Closeness = ReadonlyMap<string, number>

/** Closeness in meaning, 0 to 1, between datasets and a text. */
export type Vectors = {
  readonly put: (workspace: Id<'workspace'>, dataset: Id<'dataset'>, text: string) => Promise<void>
  readonly remove: (dataset: Id<'dataset'>) => Promise<void>
  /** To a search text. */
  readonly toQuestion: (asked: Search) => Promise<Closeness>
  /** To all words of a card. */
  readonly toCard: (asked: Search) => Promise<Closeness>
  /** Throws if they cannot be reached. */
  readonly check: () => Promise<void>
}

const byGrams = ({ text, among }: Search, measure: typeof cosine): Closeness => {
  const own = gramsOf(text)
  const weigh = weigher(among.map(({ grams }) => grams))
  return new Map(among.map(({ dataset, grams }) => [dataset, measure(own, grams, weigh)]))
}

/** Compares the hashed n-grams stored with each card; needs only the database. */
const localVectors: Vectors = {
  put: async () => {},
  remove: async () => {},
  toQuestion: async (asked) => byGrams(asked, coverage),
  toCard: async (asked) => byGrams(asked, cosine),
  check: async () => {},
}

/** The embedding model of the index, which `npm run deploy` creates. */
const model = '@cf/baai/bge-base-en-v1.5'
const nearest = 50
/** Typical cosine of unrelated texts with this model; equal texts have 1. */
const unrelated = 0.45

function boundVectors(ai: Ai, index: VectorizeIndex): Vectors {
  async function embed(text: string): Promise<number[]> {
    const { data } = (await ai.run(model, { text: [text.slice(0, 4000)] })) as { data?: number[][] }
    const [vector] = data ?? []
    if (!vector) throw new Error(`${model} gave no vector`)
    return vector
  }
  async function near({ workspace, text }: Search): Promise<Closeness> {
    const { matches } = await index.query(await embed(text), { topK: nearest, namespace: workspace })
    return new Map(matches.map(({ id, score }) => [id, Math.max(0, (score - unrelated) / (1 - unrelated))]))
  }
  return {
    put: async (namespace, id, text) => void (await index.upsert([{ id, namespace, values: await embed(text) }])),
    remove: async (id) => void (await index.deleteByIds([id])),
    toQuestion: near,
    toCard: near,
    check: async () => void (await index.describe()),
  }
}

/** Vectorize with Workers AI if both are bound, else n-grams. The only code that uses either. */
export const vectorsIn = ({ AI: ai, VEC: index }: Env): Vectors =>
  ai && index ? boundVectors(ai, index) : localVectors
