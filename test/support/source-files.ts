import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

/** The project's folder. */
export const root = resolve(import.meta.dirname, '../..')

const skipped = new Set(['node_modules', 'dist', '.wrangler', '.types', '.git', 'fixtures'])

/** Every file below a folder whose name ends so, as paths from the project's folder. */
export function filesBelow(folder: string, endings: readonly string[]): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesBelow(path, endings)
    return endings.some((ending) => entry.name.endsWith(ending)) ? [path] : []
  })
}

export type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean }

const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"()]*?\s+from\s+)?['"]([^'"]+)['"]/gm
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** A package in a form made for this project (package.json, `imports`). */
const isPackage = (specifier: string): boolean => specifier === '#duckdb' || !/^[.#]/.test(specifier)

/** Where an import leads, as a path from the project's folder; null for a package. */
function targetOf(from: string, specifier: string): string | null {
  if (isPackage(specifier)) return null
  if (specifier.startsWith('#')) return specifier.slice(1)
  return relative(root, resolve(root, from, '..', specifier))
}

/** The imports of one file that stay inside the project, static and dynamic. */
export function importsOf(from: string): Import[] {
  const text = readFileSync(join(root, from), 'utf8')
  const found = [
    ...[...text.matchAll(statement)].map(([, type, specifier = '']) => ({ specifier, typeOnly: type !== undefined })),
    ...[...text.matchAll(dynamic)].map(([, specifier = '']) => ({ specifier, typeOnly: false })),
  ]
  return found.flatMap(({ specifier, typeOnly }) => {
    const to = targetOf(from, specifier)
    return to === null ? [] : [{ from, to, typeOnly }]
  })
}

/** The packages one file imports. */
export function packagesOf(from: string): string[] {
  const text = readFileSync(join(root, from), 'utf8')
  return [...text.matchAll(statement), ...text.matchAll(dynamic)].map((match) => match.at(-1) ?? '').filter(isPackage)
}
