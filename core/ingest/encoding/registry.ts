import type { Transcoder } from './transcoder.ts'
import { utf16be, utf16le } from './utf16.ts'
import { repairedUtf8, utf8 } from './utf8.ts'
import { windows1252 } from './windows-1252.ts'

type Encoding = { readonly title: string; readonly create: () => Transcoder }

/** Every encoding that text can be read in. */
export const encodings = {
  'utf-8': { title: 'UTF-8', create: utf8 },
  'utf-8-broken': { title: 'UTF-8 with broken characters', create: repairedUtf8 },
  'utf-16le': { title: 'UTF-16 LE', create: utf16le },
  'utf-16be': { title: 'UTF-16 BE', create: utf16be },
  'windows-1252': { title: 'Windows-1252', create: windows1252 },
} as const satisfies Record<string, Encoding>

export type EncodingId = keyof typeof encodings
