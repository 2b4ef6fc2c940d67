import type { Features } from './features.ts'
import { weights } from './weights.ts'

/** The log odds that a model of weights gives to features; what it does not know adds nothing. */
export const logOdds = (features: Features, model: Readonly<Record<string, number>> = weights): number =>
  Object.entries(features).reduce(
    (sum, [name, value]) => sum + (Object.hasOwn(model, name) ? (model[name] ?? 0) : 0) * value,
    0,
  )

/** The chance, 0 to 1, that a reading with these features is what was meant. */
export const chanceOf = (features: Features): number => 1 / (1 + Math.exp(-logOdds(features)))
