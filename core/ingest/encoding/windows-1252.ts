import { type Transcoder, writeCodePoint } from './transcoder.ts'

/** What Windows-1252 puts where Latin-1 has control characters, from 0x80; undefined places keep the control character. */
const eighties = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d,
  0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,
  0x017e, 0x0178,
]

/** The code point of each byte. */
export const windows1252Points = Uint16Array.from({ length: 256 }, (_, byte) => eighties[byte - 0x80] ?? byte)

/** Windows-1252: every byte is a character, so this never fails. */
export const windows1252 = (): Transcoder => ({
  push: (bytes) => {
    const output = new Uint8Array(bytes.length * 3)
    let length = 0
    for (let index = 0; index < bytes.length; index++) {
      const byte = bytes[index] ?? 0
      if (byte < 0x80) output[length++] = byte
      else length = writeCodePoint(output, length, windows1252Points[byte] ?? byte)
    }
    return output.subarray(0, length)
  },
  end: () => new Uint8Array(0),
})
