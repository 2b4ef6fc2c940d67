import { writePageDrawing } from '#core/charts/svg/page-drawing.ts'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { layScene } from '#core/charts/drawing/layouts.ts'
import { thinned } from '#core/charts/drawing/thin.ts'
import type { XyScene } from '#core/charts/scenes.ts'
import { fileNameOf, fontFaces, fontsFor } from '#core/charts/svg/fonts.ts'
import { mixColours } from '#core/charts/svg/mix-colours.ts'
import { pngZoom } from '#core/charts/svg/png-zoom.ts'
import { sfntOfWoff } from '#core/charts/svg/sfnt.ts'
import { sketchOf, textsOf, writeSvg } from '#core/charts/svg/svg-of.ts'
import { labelWidth } from '#core/charts/svg/text-width.ts'
import { themes } from '#core/charts/svg/themes.ts'
import { root } from '../../support/source-files.ts'

const tokens = readFileSync(join(root, 'web/ui/tokens.css'), 'utf8')
const fonts = createRequire(import.meta.url).resolve('@fontsource/geist/files/geist-latin-400-normal.woff')
const woffOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(fonts, '..', name)))

/** The tables of an OpenType file. */
function tablesOf(bytes: Uint8Array): ReadonlyMap<string, DataView> {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return new Map(
    Array.from({ length: view.getUint16(4) }, (_, at) => {
      const from = 12 + at * 16
      const tag = String.fromCharCode(...bytes.subarray(from, from + 4))
      return [tag, new DataView(bytes.buffer, bytes.byteOffset + view.getUint32(from + 8), view.getUint32(from + 12))]
    }),
  )
}

/** The advance width of a character, as the file says it; null where the file lacks it. */
function advanceIn(tables: ReadonlyMap<string, DataView>, code: number): number | null {
  const [cmap, hhea, hmtx] = ['cmap', 'hhea', 'hmtx'].map((tag) => tables.get(tag)) as [DataView, DataView, DataView]
  for (let at = 0; at < cmap.getUint16(2); at += 1) {
    const start = cmap.getUint32(8 + at * 8)
    if (cmap.getUint16(start) !== 4) continue
    const count = cmap.getUint16(start + 6) / 2
    for (let segment = 0; segment < count; segment += 1) {
      const end = cmap.getUint16(start + 14 + segment * 2)
      const first = cmap.getUint16(start + 16 + (count + segment) * 2)
      if (code < first || code > end) continue
      const delta = cmap.getInt16(start + 16 + (2 * count + segment) * 2)
      const place = start + 16 + (3 * count + segment) * 2
      const offset = cmap.getUint16(place)
      const glyph = offset === 0 ? code : cmap.getUint16(place + offset + 2 * (code - first))
      return hmtx.getUint16(4 * Math.min((glyph + delta) & 0xffff, hhea.getUint16(34) - 1))
    }
  }
  return null
}

const line = (count: number, valueAt: (at: number) => number): XyScene => ({
  kind: 'xy',
  x: { name: 'x', type: 'decimal', format: 'number' },
  categories: null,
  positions: Float64Array.from({ length: count }, (_, at) => at),
  keys: Array.from({ length: count }, (_, at) => at),
  y: { name: 'y', type: 'decimal', format: 'number' },
  series: [{ label: 'y', y: Float64Array.from({ length: count }, (_, at) => valueAt(at)), style: 'line' }],
  horizontal: false,
  binWidth: null,
  names: null,
  note: null,
})

const drawn = (title: string, scene = line(3, (at) => at)) =>
  sketchOf(scene, { width: 640, height: 400, title, theme: 'light' })

describe('the look of a picture', () => {
  const names = { surface: 'surface-raised', ink: 'ink', muted: 'ink-muted', faint: 'ink-faint', line: 'line' } as const

  test.each(['light', 'dark'] as const)('[CH2] the %s colours are those of the page', (name) => {
    const [, light = '', dark = ''] = tokens.split(/:root(?:\[data-theme='dark'\])? \{/)
    const read = (token: string): string | undefined =>
      new RegExp(`--${token}: (#[\\da-f]{6});`).exec(name === 'light' ? light : dark)?.[1]
    const theme = themes[name]
    for (const [own, token] of Object.entries(names)) expect(theme[own as keyof typeof names]).toBe(read(token))
    expect(theme.strong).toBe(read('line-strong'))
    expect(theme.series).toEqual(Array.from({ length: 8 }, (_, at) => read(`chart-${at + 1}`)))
  })

  test('[CH2] where a picture stands in the page, it names the page’s colours and has none of its own', () => {
    const svg = writePageDrawing(
      line(3, (at) => at),
      { width: 320, height: 200 },
    )
    expect(svg).toContain('stroke="var(--chart-1)"')
    expect(svg).not.toMatch(/#[\da-f]{3,6}\b|style=/)
  })

  test.each([
    ['#3f62dd', '#ffffff', 0, '#ffffff'],
    ['#3f62dd', '#ffffff', 1, '#3f62dd'],
    // As Chromium computes `color-mix(in oklab, …)`.
    ['#3f62dd', '#ffffff', 0.5, '#9ab3f3'],
    ['#7f98f5', '#1b1b19', 0.28, '#343b4f'],
  ])('[CH2] %s mixed into %s by %d is %s', (colour, into, part, mixed) => {
    const bytes = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
    const found = bytes(mixColours(colour, into, part))
    bytes(mixed).forEach((byte, at) => expect(Math.abs(byte - (found[at] ?? 0))).toBeLessThanOrEqual(1))
  })

  test.each(['latin', 'latin-ext', 'cyrillic'] as const)(
    '[CH2] labels are as wide as in our typeface: %s',
    (subset) => {
      const tables = tablesOf(sfntOfWoff(woffOf(`geist-${subset}-400-normal.woff`)))
      let known = 0
      for (let code = 0x20; code < 0x2220; code += 1) {
        const advance = advanceIn(tables, code)
        if (advance === null || (subset !== 'latin' && code < 0x100)) continue
        known += 1
        expect(labelWidth(String.fromCodePoint(code)), code.toString(16)).toBeCloseTo((advance / 1000) * 11, 6)
      }
      expect(known).toBeGreaterThan(60)
    },
  )

  test('[CH4] holds the typefaces that its texts need', () => {
    expect(fontsFor(textsOf(drawn('Łódź'))).map((file) => fileNameOf(file, 'woff2'))).toEqual([
      'geist-latin-ext-600-normal.woff2',
      'geist-latin-600-normal.woff2',
      'geist-latin-400-normal.woff2',
    ])
    expect(fontsFor(textsOf(drawn('')))).toMatchObject([{ subset: 'latin', weight: 400 }])
    expect(fontsFor([{ text: '東京', isBold: false }])).toEqual([])
    const svg = writeSvg(drawn('Sales'), [{ subset: 'latin', weight: 400, range: 'U+0-FF', base64: 'AAAA' }])
    expect(svg).toContain('src:url(data:font/woff2;base64,AAAA)')
    expect(fontFaces([])).toBe('')
  })

  test('[CH4] a typeface is unpacked as it was packed', () => {
    const woff = woffOf('geist-latin-600-normal.woff')
    const view = new DataView(woff.buffer, woff.byteOffset)
    const tables = tablesOf(sfntOfWoff(woff))
    expect(tables.size).toBe(view.getUint16(12))
    for (let at = 0; at < tables.size; at += 1) {
      const from = 44 + at * 20
      const tag = String.fromCharCode(...woff.subarray(from, from + 4))
      const [offset, packed, length] = [4, 8, 12].map((place) => view.getUint32(from + place)) as [
        number,
        number,
        number,
      ]
      const bytes = woff.subarray(offset, offset + packed)
      const table = tables.get(tag)
      const own = table && new Uint8Array(table.buffer, table.byteOffset, table.byteLength)
      expect(Buffer.from(own ?? [])).toEqual(Buffer.from(packed < length ? inflateSync(bytes) : bytes))
    }
  })

  test('[CH6] a bitmap has twice the pixels, and never too many', () => {
    expect(pngZoom({ width: 720, height: 400 })).toBe(2)
    const zoom = pngZoom({ width: 2000, height: 6000 })
    expect(2000 * zoom * 6000 * zoom).toBeLessThanOrEqual(8_000_001)
  })
})

describe('a line of a million points', () => {
  const peak = 123_456
  const scene = line(1_000_000, (at) => (at === peak ? 900 : Math.sin(at / 1000) * 100))

  test('[CH3] is drawn with no more points than can be told apart, its peak among them', () => {
    const { under } = layScene(scene, { width: 640, height: 320, measure: labelWidth })
    const paths = under.flatMap((shape) =>
      shape.shape === 'path' && shape.stroke && typeof shape.stroke === 'object' ? [shape.d] : [],
    )
    const points = [...(paths[0] ?? '').matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
    expect(points.length).toBeGreaterThan(600)
    expect(points.length).toBeLessThanOrEqual(640 * 4 + 4)
    const [, top] = points.reduce((a, b) => ((b[1] ?? 0) < (a[1] ?? 0) ? b : a))
    const heights = points.map(([, y]) => y ?? 0).sort((a, b) => a - b)
    expect((heights[2] ?? 0) - (top ?? 0)).toBeGreaterThan(100)
  })

  test('[CH3] few points are all drawn', () => {
    const points = Array.from({ length: 100 }, (_, at) => [at / 10, at] as const)
    expect(thinned(points, 640)).toBe(points)
  })
})
