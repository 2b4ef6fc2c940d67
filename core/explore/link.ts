import { pack, unpack } from '../packed.ts'
import { emptyExploration, exploration, type Exploration } from './exploration.ts'

/** Rises when what was written before is read otherwise. */
const version = '1'

/** An exploration as part of an address: only what is not as it is by default. The dataset stands elsewhere in it. */
export function writeLink(asked: Exploration): string {
  const usual = emptyExploration(asked.dataset)
  const said = Object.entries(asked).filter(
    ([key, value]) => key !== 'dataset' && JSON.stringify(value) !== JSON.stringify(usual[key as keyof Exploration]),
  )
  if (said.length === 0) return ''
  return version + pack(Object.fromEntries(said))
}

/** What an address says about a dataset; null where it cannot be read. */
export function readLink(text: string, dataset: string): Exploration | null {
  if (text === '') return emptyExploration(dataset)
  if (!text.startsWith(version)) return null
  const said = unpack(text.slice(version.length))
  return said && (exploration.safeParse({ ...said, dataset }).data ?? null)
}
