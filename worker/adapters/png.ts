import { initWasm, Resvg } from '@resvg/resvg-wasm'

let ready: Promise<void> | null = null

/** The compiled library is part of the Worker; it is instantiated when the first picture is drawn. */
const start = async (): Promise<void> => initWasm((await import('@resvg/resvg-wasm/index_bg.wasm')).default)

/** An SVG as a PNG, with typefaces in OpenType. */
export async function drawPng(svg: string, zoom: number, fonts: readonly Uint8Array[]): Promise<Uint8Array> {
  ready ??= start()
  await ready
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { fontBuffers: [...fonts], defaultFontFamily: 'Geist', sansSerifFamily: 'Geist' },
  })
  try {
    const image = drawn.render()
    const bytes = image.asPng()
    image.free()
    return bytes
  } finally {
    drawn.free()
  }
}
