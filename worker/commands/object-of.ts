import { z } from 'zod'
import type { Placed } from '../db/places.ts'
import type { SomeCommand } from './command.ts'

/** How inputs name what they are about. */
const named = z.object({
  id: z.string().optional().catch(undefined),
  dataset: z.string().optional().catch(undefined),
  project: z.string().optional().catch(undefined),
  query: z.object({ dataset: z.string() }).optional().catch(undefined),
})

const placed: ReadonlySet<string> = new Set<Placed>([
  'project',
  'dataset',
  'version',
  'upload',
  'dashboard',
  'link',
  'question',
  'correction',
])
export const isPlaced = (object: string): object is Placed => placed.has(object)

/** The object that an input names: by `id` the one of the command's right, else a dataset, else a project; null if none. */
export function objectOf(
  { needs }: Pick<SomeCommand, 'needs'>,
  input: unknown,
): { readonly kind: Placed; readonly id: string } | null {
  const read = named.safeParse(input)
  if (needs === null || !isPlaced(needs.object) || !read.success) return null
  const { id, dataset = read.data.query?.dataset, project } = read.data
  if (id !== undefined) return { kind: needs.object, id }
  if (dataset !== undefined) return { kind: 'dataset', id: dataset }
  return project === undefined ? null : { kind: 'project', id: project }
}
