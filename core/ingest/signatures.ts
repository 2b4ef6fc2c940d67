/** The first bytes of kinds of file that are not tables we read, and what to call them. */
const signatures: readonly { readonly bytes: readonly number[]; readonly at?: number; readonly called: string }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], called: 'a PNG image' },
  { bytes: [0xff, 0xd8, 0xff], called: 'a JPEG image' },
  { bytes: [0x47, 0x49, 0x46, 0x38], called: 'a GIF image' },
  { bytes: [0x57, 0x45, 0x42, 0x50], at: 8, called: 'a WebP image' },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], called: 'a PDF document' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], called: 'a zip archive or an Excel document' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], called: 'an old Excel or Word document' },
  { bytes: [0x1f, 0x8b], called: 'a gzip archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], called: 'a 7-Zip archive' },
  { bytes: [0x52, 0x61, 0x72, 0x21], called: 'a RAR archive' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], called: 'a Zstandard archive' },
  { bytes: [0x46, 0x45, 0x41, 0x31], called: 'a Feather file of the first version' },
  { bytes: [0x75, 0x73, 0x74, 0x61, 0x72], at: 257, called: 'a tar archive' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], called: 'a program' },
  { bytes: [0x66, 0x74, 0x79, 0x70], at: 4, called: 'a video' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], called: 'a rich text document' },
  { bytes: [0x49, 0x44, 0x33], called: 'a sound recording' },
]

const beginnings: readonly { readonly text: RegExp; readonly called: string }[] = [
  { text: /^\s*<(!doctype html|html)/i, called: 'a web page' },
  { text: /^\s*<svg/i, called: 'an SVG image' },
  { text: /^\s*<\?xml/i, called: 'an XML document' },
]

/** What the first bytes are known to be, in words that fit “this file is …”; null for what may be text. */
export function knownKind(head: Uint8Array): string | null {
  const found = signatures.find(({ bytes, at = 0 }) => bytes.every((byte, index) => head[at + index] === byte))
  if (found) return found.called
  const start = String.fromCharCode(...head.subarray(0, 200)).replace(/^\u00ef\u00bb\u00bf/, '')
  return beginnings.find(({ text }) => text.test(start))?.called ?? null
}
