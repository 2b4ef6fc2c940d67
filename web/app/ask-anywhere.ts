import { catalog } from '../api.ts'
import { addressOfAsked } from './asking.ts'
import { recentFirst } from './recent.ts'
import type { Services } from './services.ts'
import { readyDatasets } from './table-names.ts'

/** Asks the dataset that matches the question's words, or else the most recently opened one. */
export async function askAnywhere(
  { workspace }: Services,
  question: string,
  route: (url: string) => void,
): Promise<void> {
  const ready = recentFirst(readyDatasets(workspace).value ?? [])
  const found = await catalog.search(question)
  const hit = found.ok ? found.value.find(({ dataset }) => ready.some(({ id }) => id === dataset)) : undefined
  const id = hit?.dataset ?? ready[0]?.id
  if (id === undefined) return
  route(addressOfAsked(id, { question: question.trim(), link: null }))
}
