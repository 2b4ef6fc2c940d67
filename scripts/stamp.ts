import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { at } from './paths.ts'

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}

function digest(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesBelow(at(path))))
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** Does the work only when the files it depends on have changed since it last succeeded. Says whether it did. */
export async function onceFor(
  stamp: string,
  inputs: readonly string[],
  work: () => Promise<void> | void,
): Promise<boolean> {
  const file = at(stamp)
  const wanted = digest(inputs)
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) return false
  await work()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, wanted)
  return true
}
