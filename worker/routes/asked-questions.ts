import { z } from '@hono/zod-openapi'
import { changeQuestion } from '../commands/questions/change-question.ts'
import { deleteQuestion } from '../commands/questions/delete-question.ts'
import { exportQuestions } from '../commands/questions/export-questions.ts'
import { keepQuestion } from '../commands/questions/keep-question.ts'
import { listQuestions } from '../commands/questions/list-questions.ts'
import { perform } from '../http/perform.ts'
import { respond, respondFailure } from '../http/respond.ts'
import { body, byId, commandRoute, rawRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'
import { describedAskedQuestion } from '../wire/asked-question.ts'

const tag = 'Questions'
const request = { params: byId }

const routes = {
  list: commandRoute(listQuestions, {
    method: 'get',
    path: '/datasets/{id}/questions',
    tag,
    request: { ...request, query: listQuestions.input.omit({ id: true }) },
    data: z.array(describedAskedQuestion),
  }),
  keep: commandRoute(keepQuestion, {
    method: 'post',
    path: '/datasets/{id}/questions',
    tag,
    request: { ...request, body: body(keepQuestion.input.omit({ id: true })) },
    data: z.null(),
  }),
  export: rawRoute(exportQuestions, {
    method: 'get',
    path: '/datasets/{id}/questions/export',
    tag,
    request,
    gives: 'A JSON file of what was asked.',
  }),
  change: commandRoute(changeQuestion, {
    method: 'patch',
    path: '/questions/{id}',
    tag,
    request: { ...request, body: body(changeQuestion.input.omit({ id: true })) },
    data: describedAskedQuestion,
  }),
  remove: commandRoute(deleteQuestion, { method: 'delete', path: '/questions/{id}', tag, request, data: z.null() }),
}

/** What was asked of datasets, kept for their workspace. */
export const askedQuestionRoutes = newRoutes()
  .openapi(routes.list, async (c) =>
    respond(c, await perform(c, listQuestions, { ...c.req.valid('query'), ...c.req.valid('param') })),
  )
  .openapi(routes.keep, async (c) =>
    respond(c, await perform(c, keepQuestion, { ...c.req.valid('json'), ...c.req.valid('param') })),
  )
  .openapi(routes.export, async (c) => {
    const file = await perform(c, exportQuestions, c.req.valid('param'))
    return file.ok ? file.value : respondFailure(c, file.error)
  })
  .openapi(routes.change, async (c) =>
    respond(c, await perform(c, changeQuestion, { ...c.req.valid('json'), ...c.req.valid('param') })),
  )
  .openapi(routes.remove, async (c) => respond(c, await perform(c, deleteQuestion, c.req.valid('param'))))
