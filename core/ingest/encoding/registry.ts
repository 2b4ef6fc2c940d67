import { decoded } from './decoded.ts'
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
  'windows-1250': { title: 'Windows-1250', create: decoded('windows-1250') },
  'windows-1251': { title: 'Windows-1251', create: decoded('windows-1251') },
  'koi8-r': { title: 'KOI8-R', create: decoded('koi8-r') },
  shift_jis: { title: 'Shift-JIS', create: decoded('shift_jis') },
  'euc-jp': { title: 'EUC-JP', create: decoded('euc-jp') },
  gb18030: { title: 'GB 18030', create: decoded('gb18030') },
  big5: { title: 'Big5', create: decoded('big5') },
  'euc-kr': { title: 'EUC-KR', create: decoded('euc-kr') },
} as const satisfies Record<string, Encoding>

export type EncodingId = keyof typeof encodings

export const isEncodingId = (id: string): id is EncodingId => Object.hasOwn(encodings, id)
