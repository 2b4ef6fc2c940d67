import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { FileInput } from '#core/ingest/file-input.ts'
import { memoryFile } from '#core/ingest/memory-file.ts'
import { root } from './source-files.ts'

/**
 * Public benchmarks that stand beside the repository where it is developed. A clone has none, so tests that read them
 * are skipped there. EDGEWISE_SHARED names another folder: one that does not exist runs the tests as in a clone.
 */
const folder = join(process.env['EDGEWISE_SHARED'] ?? join(root, '../shared'), 'bench')
if (!existsSync(folder))
  process.stdout.write('The benchmark files are not here: the tests that read them are skipped.\n')

export const sharedPath = (path: string): string => join(folder, path)

/** Is this benchmark file or folder here? */
export const hasShared = (path = ''): boolean => existsSync(sharedPath(path))

/** A file's content. */
export const sharedText = (path: string, encoding: 'utf8' | 'latin1' = 'utf8'): string =>
  readFileSync(sharedPath(path), encoding)

export const sharedBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(sharedPath(path)))

export const sharedFile = (path: string): FileInput => memoryFile(basename(path), sharedBytes(path))

/** Every file at any depth of a folder, in order, as paths for the functions above; none where it is absent. */
export const sharedFilesBelow = (below: string, ending = ''): readonly string[] =>
  hasShared(below)
    ? readdirSync(sharedPath(below), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
        .toSorted()
    : []
