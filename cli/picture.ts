import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { fileNameOf, fontsFor, type FontFile } from '#core/charts/svg/fonts.ts'
import { pngZoom } from '#core/charts/svg/png-zoom.ts'
import { sfntOfWoff } from '#core/charts/svg/sfnt.ts'
import { textsOf, writeSvg, type Sketch } from '#core/charts/svg/svg-of.ts'

const fileOf = (specifier: string): Promise<Buffer> => readFile(fileURLToPath(import.meta.resolve(specifier)))
const fontFile = (file: FontFile, format: 'woff' | 'woff2'): Promise<Buffer> =>
  fileOf(`@fontsource/geist/files/${fileNameOf(file, format)}`)

/** A picture as SVG that holds its typeface. */
export async function svgOf(sketch: Sketch): Promise<string> {
  const files = fontsFor(textsOf(sketch))
  const fonts = files.map(async (file) => ({ ...file, base64: (await fontFile(file, 'woff2')).toString('base64') }))
  return writeSvg(sketch, await Promise.all(fonts))
}

let ready: Promise<void> | null = null

/** The library that draws is read when the first picture is asked for. */
async function drawer() {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm')
  ready ??= fileOf('@resvg/resvg-wasm/index_bg.wasm').then((bytes) => initWasm(new Uint8Array(bytes)))
  await ready
  return Resvg
}

/** A picture as PNG, at two device pixels for each of its own. */
export async function pngOf(sketch: Sketch): Promise<Uint8Array> {
  const [Resvg, ...fonts] = await Promise.all([
    drawer(),
    ...fontsFor(textsOf(sketch)).map(async (file) => sfntOfWoff(await fontFile(file, 'woff'))),
  ])
  const drawn = new Resvg(writeSvg(sketch), {
    fitTo: { mode: 'zoom', value: pngZoom(sketch.picture) },
    font: { fontBuffers: fonts, defaultFontFamily: 'Geist', sansSerifFamily: 'Geist' },
  })
  const image = drawn.render()
  const bytes = image.asPng()
  image.free()
  drawn.free()
  return bytes
}
