import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** The program's version, as its package states it. */
export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return z.object({ version: z.string() }).parse(manifest).version
}
