import { nameOfDimension } from '../query/dimension.ts'
import { drillDown, type Drill, type Key } from './drill.ts'
import type { Exploration, TrailStep } from './exploration.ts'

/** The steps that led down to what is asked; none where its group was changed by hand since. */
export function trailOf(asked: Exploration): readonly TrailStep[] {
  const last = asked.trail.at(-1)
  const now = last && asked[last.shelf][last.at]
  return last && now && nameOfDimension(now) === last.to ? asked.trail : []
}

/** More steps than this are no path that anybody follows; the earliest are forgotten. */
const mostSteps = 12

/** A drill-down that remembers where it came from. Null if it cannot be expressed. */
export function drillFurther(asked: Exploration, mark: readonly Key[], drill: Drill, text: string): Exploration | null {
  const { shelf, at } = drill.place
  const next = drillDown(asked, mark, drill)
  const before = shelf === 'values' ? undefined : asked[shelf][at]
  if (next === null || before === undefined || shelf === 'values') return next
  const step: TrailStep = {
    text: text.slice(0, 200),
    shelf,
    at,
    to: nameOfDimension(drill.dimension),
    dimension: before,
    filters: asked.filters,
  }
  return { ...next, trail: [...trailOf(asked), step].slice(-mostSteps) }
}

/** What was asked before a step of the trail; what was changed otherwise since stays. */
export function backTo(asked: Exploration, step: number): Exploration {
  const trail = trailOf(asked)
  const later = trail.slice(step).toReversed()
  const restored = later.reduce((now: Exploration, { shelf, at, dimension, filters }) => {
    const dimensions = now[shelf].map((each, place) => (place === at ? dimension : each))
    return { ...now, [shelf]: dimensions, filters }
  }, asked)
  return { ...restored, trail: trail.slice(0, step) }
}
