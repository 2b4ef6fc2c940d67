import { z } from 'zod'

/** One line of an evaluation: a question about one table. */
export const evaluationQuestion = z.object({
  id: z.string(),
  table_csv: z.string(),
  question: z.string(),
  constraints: z.string().optional(),
  answer_format: z.string().optional(),
  /** Earlier remarks; the last one is the question. */
  dialog: z.array(z.string()).optional(),
})
export type EvaluationQuestion = z.infer<typeof evaluationQuestion>

/** The dialog as one text; later remarks add to earlier ones. */
export const wordsOfQuestion = ({ question, dialog }: EvaluationQuestion): string =>
  dialog && dialog.length > 0 ? dialog.map((said) => said.replace(/[.\s]+$/, '')).join('. ') : question
