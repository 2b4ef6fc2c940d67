import '@hono/zod-openapi'
import { wireAskedQuestion, type WireAskedQuestion } from '#core/wire/asked-question.ts'
import type { AskedQuestion } from '../db/questions.ts'

/** With its name in the description of the API. */
export const describedAskedQuestion = wireAskedQuestion.openapi('AskedQuestion')

export const toWireAskedQuestion = (row: AskedQuestion): WireAskedQuestion => ({
  id: row.id,
  dataset: row.datasetId,
  question: row.question,
  link: row.link === '' ? null : row.link,
  name: row.name,
  isFavourite: row.isFavourite,
  askedAt: row.askedAt.toISOString(),
})
