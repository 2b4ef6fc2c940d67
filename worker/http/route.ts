import { createRoute, z } from '@hono/zod-openapi'
import { wireError } from '#core/wire/error.ts'
import type { Policy } from '../commands/command.ts'
import { rateLimit } from './rate-limit.ts'
import { requireAccess } from './require-access.ts'
import { refuseViewers } from './refuse-viewers.ts'

const error = wireError.openapi('Error')

const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  content: { 'application/json': { schema } },
  description,
})

const failures = {
  '4XX': json(error, 'What the caller can change, in words.'),
  '5XX': json(error, 'A fault of the service.'),
} as const

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
type Parts = {
  params?: z.ZodObject
  query?: z.ZodObject
  body?: { content: { 'application/json': { schema: z.ZodType } }; required?: boolean }
}
type Verb = Policy & { readonly summary: string }

/** Middleware for a command's policy; it runs before the request is read. */
const enforce = (verb: Verb) => [rateLimit(verb.limit), refuseViewers(verb.effect), requireAccess(verb)]

/** A command's policy in the OpenAPI document. */
const told = ({ access, needs, effect }: Verb) => ({
  'x-access': access,
  'x-needs': needs && `${needs.may} ${needs.object}`,
  'x-effect': effect,
})

type Spec<Path extends string, Verbs extends Method, Request extends Parts, Data extends z.ZodType> = {
  readonly method: Verbs
  readonly path: Path
  readonly tag: string
  readonly request: Request
  /** Schema of `data` in a successful response. */
  readonly data: Data
}

/** A JSON body. */
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { 'application/json': { schema } },
  required: true,
})

/** An id in the path. */
export const byId = z.object({ id: z.string().min(1).max(100) })

/**
 * The route of a command. Summary and policy come from the command; the policy is enforced before the request is
 * read.
 */
export const commandRoute = <
  const Path extends string,
  const Verbs extends Method,
  Request extends Parts,
  Data extends z.ZodType,
>(
  verb: Verb,
  { method, path, tag, request, data }: Spec<Path, Verbs, Request, Data>,
) =>
  createRoute({
    method,
    path,
    tags: [tag],
    summary: verb.summary,
    request,
    middleware: enforce(verb),
    ...told(verb),
    responses: { 200: json(z.object({ data }), 'Done.'), ...failures },
  })

type Raw<Path extends string, Verbs extends Method, Request extends Parts> = {
  readonly method: Verbs
  readonly path: Path
  readonly tag: string
  readonly request: Request
  readonly gives: string
}

/** A route that responds with something other than JSON, such as bytes or a socket. */
export const rawRoute = <const Path extends string, const Verbs extends Method, Request extends Parts>(
  verb: Verb,
  { method, path, tag, request, gives }: Raw<Path, Verbs, Request>,
) =>
  createRoute({
    method,
    path,
    tags: [tag],
    summary: verb.summary,
    request,
    middleware: enforce(verb),
    ...told(verb),
    responses: { 200: { description: gives }, ...failures },
  })
