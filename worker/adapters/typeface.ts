import { fileNameOf, type EmbeddedFont, type FontFile } from '#core/charts/svg/fonts.ts'
import { sfntOfWoff } from '#core/charts/svg/sfnt.ts'
import type { Assets } from './assets.ts'

/** Files of the typeface are few, small and immutable, so the isolate keeps them. */
const kept = new Map<string, Uint8Array>()

async function bytesOf(assets: Assets, name: string): Promise<Uint8Array> {
  const known = kept.get(name)
  if (known) return known
  const response = await assets.read(`/fonts/${name}`)
  if (!response) throw new Error(`The typeface ${name} is not among the built files`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  kept.set(name, bytes)
  return bytes
}

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

/** Our typeface, from the built files. */
export const typefaceIn = (assets: Assets) => ({
  /** Files to stand in an SVG. */
  embedded: (files: readonly FontFile[]): Promise<readonly EmbeddedFont[]> =>
    Promise.all(
      files.map(async (file) => ({ ...file, base64: base64Of(await bytesOf(assets, fileNameOf(file, 'woff2'))) })),
    ),
  /** Files that a drawing library reads. */
  openType: (files: readonly FontFile[]): Promise<readonly Uint8Array[]> =>
    Promise.all(files.map(async (file) => sfntOfWoff(await bytesOf(assets, fileNameOf(file, 'woff'))))),
})
export type Typeface = ReturnType<typeof typefaceIn>
