import { runQuery } from '../engine/run-query.ts'
import { calendarOf } from '../query/calendar/calendar.ts'
import type { Source } from '../table/source.ts'
import type { Answer } from './answer.ts'
import { ask, type AskContext } from './ask.ts'

/** Answers a question about rows that are at hand, all of which whoever asks may see. */
export const askSource = (
  question: string,
  { model, source, ...context }: Pick<AskContext, 'model' | 'after' | 'now'> & { readonly source: Source },
): Promise<Answer> =>
  ask(question, {
    ...context,
    model,
    looksUp: true,
    run: (asked) => runQuery({ ...asked, ...calendarOf(asked, model.calendar) }, source),
  })
