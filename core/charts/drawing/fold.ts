import { inSentence, plural } from '../labels.ts'
import { joinNotes } from '../pivot.ts'
import type { Scene, SceneOf, XyScene } from '../scenes.ts'
import { layBars, rowOfBars } from './bar-layout.ts'
import type { Room } from './drawing.ts'
import { naturalHeight } from './heights.ts'
import { rowOfStems } from './stems.ts'

/** A scene with as many of its rows as there is room for, and how many it leaves out. */
export type Folded<S extends Scene> = { readonly scene: S; readonly left: number }

/** Fewer rows than this are no picture. */
const fewest = 3

const fitting = (height: number, { each, around }: { readonly each: number; readonly around: number }): number =>
  Math.max(fewest, Math.floor((height - around) / each))

const isBars = ({ categories, series }: XyScene): boolean =>
  categories !== null && series.length > 0 && series.every(({ style }) => style === 'bar')

function cutBars(scene: XyScene, count: number): Folded<XyScene> {
  const all = scene.categories?.length ?? 0
  if (all <= count) return { scene, left: 0 }
  return {
    scene: {
      ...scene,
      categories: scene.categories?.slice(0, count) ?? null,
      keys: scene.keys.slice(0, count),
      series: scene.series.map((each) => ({ ...each, y: Array.from(each.y).slice(0, count) })),
    },
    left: all - count,
  }
}

function cutStems(scene: SceneOf<'stems'>, count: number): Folded<SceneOf<'stems'>> {
  const left = Math.max(0, scene.stems.length - count)
  return left === 0 ? { scene, left } : { scene: { ...scene, stems: scene.stems.slice(0, count) }, left }
}

/** Bars that lie down, as many as there is room for; bars that stand need no more height. */
export function foldBars(scene: XyScene, room: Room): Folded<XyScene> {
  const all = scene.categories?.length ?? 0
  if (!isBars(scene) || all <= fewest) return { scene, left: 0 }
  const layout = layBars(scene, room.measure, room)
  if (!layout.horizontal || layout.size.height <= room.height) return { scene, left: 0 }
  const each = rowOfBars(scene)
  return cutBars(scene, fitting(room.height, { each, around: layout.size.height - all * each }))
}

/** Stems, as many as there is room for. */
export const foldStems = (scene: SceneOf<'stems'>, room: Room): Folded<SceneOf<'stems'>> =>
  cutStems(scene, fitting(room.height, rowOfStems))

const mostInPicture = 60

function cut(scene: Scene): Folded<Scene> {
  if (scene.kind === 'stems') return cutStems(scene, mostInPicture)
  return scene.kind === 'xy' && isBars(scene) ? cutBars(scene, mostInPicture) : { scene, left: 0 }
}

/** A scene for a picture that nobody can open: as many rows as are read, and a note on the others. */
export function foldForPicture(whole: Scene): Scene {
  const { scene, left } = cut(whole)
  if (left === 0 || !('note' in scene)) return whole
  const said = `The first ${mostInPicture} of ${(left + mostInPicture).toLocaleString('en')} ${rowsOf(scene)} are drawn.`
  return { ...scene, note: joinNotes(scene.note ?? null, said) ?? '' }
}

/** What the rows of a scene are, in a sentence: `cities`. */
function rowsOf(scene: Scene): string {
  const x = 'x' in scene ? scene.x : null
  return x ? plural(inSentence(x.label ?? x.name)) : 'rows'
}

/** What stands around the rows of a picture that shows all of them: legend, notes, axis. */
const aroundAll = 96

/** How tall the picture of a scene is that shows every one of its rows. */
function heightOfAll(scene: Scene): number {
  if (scene.kind === 'stems') return scene.stems.length * 30 + aroundAll
  if (scene.kind !== 'xy' || scene.categories === null) return naturalHeight(scene)
  return Math.max(320, scene.categories.length * Math.max(28, rowOfBars(scene)) + aroundAll)
}

/** What there is to say of the rows left out: how many, of what, and how tall all of them are. */
export const rowsLeft = (scene: Scene, count: number) => ({ count, rows: rowsOf(scene), height: heightOfAll(scene) })
