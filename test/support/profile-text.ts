import type { FileInput } from '#core/ingest/file-input.ts'
import { loadFile } from '#core/profile/load-file.ts'
import type { Profile } from '#core/profile/profile.ts'
import { fileOf } from './table-files.ts'

/** A file's profile by the product's own path. */
export async function profileOf(file: FileInput): Promise<Profile> {
  const loaded = await loadFile(file, { write: () => {}, progress: () => {} })
  if (!loaded.ok) throw new Error(loaded.error.message)
  return loaded.value.profile
}

export const profileOfText = (text: string): Promise<Profile> => profileOf(fileOf('a.csv', text))
