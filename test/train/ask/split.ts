import { basename } from 'node:path'

/** FNV-1a of a text. */
function hashOf(text: string): number {
  let hash = 2_166_136_261
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 16_777_619) >>> 0
  return hash
}

/** Is a table of the part that nobody reads while rules are written? One in five, told by its name alone. */
export const isUnread = (table: string, oneIn = 5): boolean => hashOf(`4:${basename(table)}`) % oneIn === 0

/** In which of five parts a table is learned from by the others alone. */
export const foldOf = (table: string): number => hashOf(`fold:${basename(table)}`) % 5
