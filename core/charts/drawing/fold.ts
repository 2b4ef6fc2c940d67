import { inSentence, plural } from '../labels.ts'
import { joinNotes } from '../pivot.ts'
import type { Scene, SceneKind, SceneOf, XyScene } from '../scenes.ts'
import { layBars, rowOfBars } from './bar-layout.ts'
import { firstRows, rowsIn } from './cuts.ts'
import type { Layout, Room } from './drawing.ts'
import { naturalHeight } from './heights.ts'

/** A scene with as many of its rows as there is room for, and how many it leaves out. */
export type Folded<S extends Scene> = { readonly scene: S; readonly left: number }

/** Takes as many rows of a scene as there is room for. */
export type Fold<Kind extends SceneKind> = (scene: SceneOf<Kind>, room: Room) => Folded<SceneOf<Kind>>

/** Fewer rows than this are no picture. */
const fewest: Readonly<Partial<Record<SceneKind, number>>> = { calendar: 1, facets: 1 }
const usualFewest = 3

/** As many rows as are laid out within the height of the room; more of them never scroll. */
export function folded<S extends Scene>(scene: S, room: Room, heightOf: (scene: S) => number): Folded<S> {
  const all = rowsIn(scene)
  const least = fewest[scene.kind] ?? usualFewest
  if (all <= least) return { scene, left: 0 }
  const needed = heightOf(scene)
  if (needed <= room.height) return { scene, left: 0 }
  let count = Math.max(least, Math.ceil((all * room.height) / needed))
  while (count > least && heightOf(firstRows(scene, count).scene) > room.height) count -= 1
  return firstRows(scene, count)
}

/** The fold of scenes that one layout draws. */
export const foldBy =
  <Kind extends SceneKind>(lay: Layout<Kind>): Fold<Kind> =>
  (scene, room) =>
    folded(scene, room, (part) => lay(part, room).height)

/** Bars that lie down, as many as there is room for; bars that stand need no more height. */
export const foldBars = (scene: XyScene, room: Room): Folded<XyScene> =>
  rowsIn(scene) === 0 || !layBars(scene, room.measure, room).horizontal
    ? { scene, left: 0 }
    : folded(scene, room, (part) => layBars(part, room.measure, room).size.height)

const mostInPicture = 60

/** A scene for a picture that nobody can open: as many rows as are read, and a note on the others. */
export function foldForPicture(whole: Scene): Scene {
  const all = rowsIn(whole)
  const { scene, left } = firstRows(whole, mostInPicture)
  if (left === 0 || !('note' in scene)) return whole
  const said = `The first ${(all - left).toLocaleString('en')} of ${all.toLocaleString('en')} ${rowsOf(scene)} are drawn.`
  return { ...scene, note: joinNotes(scene.note ?? null, said) ?? '' }
}

/** What the rows of a scene are, in a sentence: `cities`. */
function rowsOf(scene: Scene): string {
  if (scene.kind === 'calendar') return 'years'
  const named = scene.kind === 'matrix' ? scene.y : scene.kind === 'facets' ? scene.by : 'x' in scene ? scene.x : null
  return named ? plural(inSentence(named.label ?? named.name)) : 'rows'
}

/** What stands around the rows of a picture that shows all of them: legend, notes, axis. */
const aroundAll = 96

/** Pixels of one row in a picture that shows all of them. */
const eachOfAll: Readonly<Partial<Record<SceneKind, number>>> = {
  stems: 30,
  boxes: 42,
  matrix: 26,
  meters: 40,
  steps: 34,
  slopes: 18,
  parts: 44,
  calendar: 130,
  facets: 70,
}

/** How tall the picture of a scene is that shows every one of its rows. */
function heightOfAll(scene: Scene): number {
  const rows = rowsIn(scene)
  if (rows === 0) return naturalHeight(scene)
  if (scene.kind === 'xy') return Math.max(320, rows * Math.max(28, rowOfBars(scene)) + aroundAll)
  return Math.max(naturalHeight(scene), rows * (eachOfAll[scene.kind] ?? 30) + aroundAll)
}

/** What there is to say of the rows left out: how many, of what, and how tall all of them are. */
export const rowsLeft = (scene: Scene, count: number) => ({ count, rows: rowsOf(scene), height: heightOfAll(scene) })
