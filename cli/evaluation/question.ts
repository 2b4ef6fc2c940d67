import { z } from 'zod'

/** One line of an evaluation: a question over one table. */
export const evaluationQuestion = z.object({
  id: z.string(),
  table_csv: z.string(),
  question: z.string(),
  constraints: z.string().optional(),
  answer_format: z.string().optional(),
  /** What was said so far; the last is the question. */
  dialog: z.array(z.string()).optional(),
})
export type EvaluationQuestion = z.infer<typeof evaluationQuestion>

/** What was said, as one text: a later remark adds to the earlier ones. */
export const wordsOfQuestion = ({ question, dialog }: EvaluationQuestion): string =>
  dialog && dialog.length > 0 ? dialog.map((said) => said.replace(/[.\s]+$/, '')).join('. ') : question
