import '@hono/zod-openapi'
import { labelOfMeaning } from '#core/ask/corrections/meaning-of.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { wireCorrection, type WireCorrection } from '#core/wire/correction.ts'
import type { StoredCorrection } from '../db/corrections.ts'

/** With its name in the description of the API. */
export const describedCorrection = wireCorrection.openapi('Correction')

export const toWireCorrection = ({ id, words, meaning }: StoredCorrection, model: SemanticModel): WireCorrection => ({
  id,
  words,
  ...meaning,
  means: labelOfMeaning(meaning, model),
})
