import { z } from '@hono/zod-openapi'
import { readReceiptKey } from '../commands/receipts/read-receipt-key.ts'
import { signReceipt } from '../commands/receipts/sign-receipt.ts'
import { verifyReceipt } from '../commands/receipts/verify-receipt.ts'
import { perform } from '../http/perform.ts'
import { respond } from '../http/respond.ts'
import { body, commandRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'
import { describedReceipt, describedVerified } from '../wire/receipt.ts'

const tag = 'Questions'

const routes = {
  sign: commandRoute(signReceipt, {
    method: 'post',
    path: '/receipts',
    tag,
    request: { body: body(signReceipt.input) },
    data: describedReceipt,
  }),
  verify: commandRoute(verifyReceipt, {
    method: 'post',
    path: '/receipts/verify',
    tag,
    request: { body: body(verifyReceipt.input) },
    data: describedVerified,
  }),
  key: commandRoute(readReceiptKey, {
    method: 'get',
    path: '/receipts/key',
    tag,
    request: {},
    data: z.object({ key: z.string(), x: z.string() }),
  }),
}

/** Receipts of answers. */
export const receiptRoutes = newRoutes()
  .openapi(routes.sign, async (c) => respond(c, await perform(c, signReceipt, c.req.valid('json'))))
  .openapi(routes.verify, async (c) => respond(c, await perform(c, verifyReceipt, c.req.valid('json'))))
  .openapi(routes.key, async (c) => respond(c, await perform(c, readReceiptKey, {})))
