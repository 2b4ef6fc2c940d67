import type { ChartSpec } from '../charts/chart-spec.ts'
import type { Scene } from '../charts/scenes.ts'

/** A chart as data: its spec, what to draw, and what it shows, in a sentence. */
export type WireChart = { readonly chart: ChartSpec; readonly scene: Scene; readonly summary: string }

/** Typed arrays are not written as lists by JSON. */
const plain = (_: string, value: unknown): unknown =>
  ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value

/** A scene as JSON has it: lists for arrays of numbers, null for numbers that are unknown. */
export const sceneToWire = (scene: Scene): Scene => JSON.parse(JSON.stringify(scene, plain)) as Scene
