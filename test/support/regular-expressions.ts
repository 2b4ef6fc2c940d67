import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { filesBelow, root } from './source-files.ts'

/** A regular expression that stands in a file. */
type FoundExpression = { readonly file: string; readonly source: string; readonly flags: string }

type Found = { readonly literals: readonly FoundExpression[]; readonly made: readonly string[] }

/** Every node below one, in the order of the text. */
function* nodesBelow(node: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) yield node as Readonly<Record<string, unknown>>
  for (const below of Object.values(node)) yield* nodesBelow(below)
}

/** The regular expressions that some folders write down, and the places at which they make others. */
export function expressionsIn(folders: readonly string[]): Found {
  const [literals, made] = [[] as FoundExpression[], [] as string[]]
  for (const file of folders.flatMap((folder) => filesBelow(folder, ['.ts', '.tsx']))) {
    const text = readFileSync(join(root, file), 'utf8')
    for (const { type, regex, callee, start, end } of nodesBelow(parseSync(file, text).program)) {
      if (type === 'Literal' && regex) {
        const { pattern, flags } = regex as { pattern: string; flags: string }
        literals.push({ file, source: pattern, flags })
      }
      const isMade = type === 'NewExpression' && (callee as { name?: string }).name === 'RegExp'
      if (isMade) made.push(`${file}: ${text.slice(Number(start), Number(end))}`)
    }
  }
  return { literals, made }
}
