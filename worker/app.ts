import { publicPrincipal } from '#core/access/principal.ts'
import { fail } from '#core/errors.ts'
import { respondFailure } from './http/respond.ts'
import { newRoutes } from './http/routes.ts'
import { jobLoop } from './jobs/registry.ts'
import { authenticate } from './middleware/authenticate.ts'
import { bodyLimit } from './middleware/body-limit.ts'
import { crossOrigin } from './middleware/cross-origin.ts'
import { onError } from './middleware/on-error.ts'
import { originCheck } from './middleware/origin-check.ts'
import { requestId } from './middleware/request-id.ts'
import { requestLog } from './middleware/request-log.ts'
import { securityHeaders } from './middleware/security-headers.ts'
import { viewAs } from './middleware/view-as.ts'
import { askedQuestionRoutes } from './routes/asked-questions.ts'
import { receiptRoutes } from './routes/receipts.ts'
import { correctionRoutes } from './routes/corrections.ts'
import { authRoutes } from './routes/auth.ts'
import { catalogRoutes } from './routes/catalog.ts'
import { chartRoutes } from './routes/charts.ts'
import { cleaningRoutes } from './routes/cleaning.ts'
import { dashboardRoutes } from './routes/dashboards.ts'
import { datasetRoutes } from './routes/datasets.ts'
import { liveRoutes } from './routes/live.ts'
import { meRoutes } from './routes/me.ts'
import { modelRoutes } from './routes/models.ts'
import { publicRoutes } from './routes/public.ts'
import { auditRoutes } from './routes/audit.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { peopleRoutes } from './routes/people.ts'
import { projectRoutes } from './routes/projects.ts'
import { workspaceRoutes } from './routes/workspaces.ts'
import { questionRoutes } from './routes/questions.ts'
import { referenceRoutes } from './routes/reference.ts'
import { outboxRoutes } from './routes/outbox.ts'
import { securityRoutes } from './routes/security.ts'
import { serviceRoutes } from './routes/service.ts'
import { signInStepRoutes } from './routes/sign-in-steps.ts'
import { uploadRoutes } from './routes/uploads.ts'
import { versionRoutes } from './routes/versions.ts'
import { serviceOf } from './service.ts'

/** Every API route. The browser's client derives its type from this. */
const api = newRoutes()
  .basePath('/api/v1')
  .route('/', authRoutes)
  .route('/', meRoutes)
  .route('/', uploadRoutes)
  .route('/', datasetRoutes)
  .route('/', versionRoutes)
  .route('/', modelRoutes)
  .route('/', catalogRoutes)
  .route('/', cleaningRoutes)
  .route('/', questionRoutes)
  .route('/', chartRoutes)
  .route('/', askedQuestionRoutes)
  .route('/', correctionRoutes)
  .route('/', receiptRoutes)
  .route('/', dashboardRoutes)

  .route('/', publicRoutes)
  .route('/', liveRoutes)
export type App = typeof api

/** The rest of the API: people and their rights. Apart, because the compiler limits the length of a type. */
const peopleApi = newRoutes()
  .basePath('/api/v1')
  .route('/', peopleRoutes)
  .route('/', invitationRoutes)
  .route('/', workspaceRoutes)
  .route('/', projectRoutes)
  .route('/', auditRoutes)
export type PeopleApp = typeof peopleApi
/** The routes of account settings, in a type of their own: the browser loads their client with that screen. */
const accountApi = newRoutes().basePath('/api/v1').route('/', signInStepRoutes).route('/', securityRoutes)
export type AccountApp = typeof accountApi

/** The whole Worker: middleware, the API, and the built application for other paths. */
export const app = newRoutes()
app.onError(onError)
app.use(requestId, requestLog, securityHeaders, async (c, next) => {
  c.set('service', serviceOf(c.env, c.executionCtx))
  c.set('caller', null)
  c.set('principal', publicPrincipal)
  c.set('standing', null)
  jobLoop.takeUpOnStart(c.var.service)
  return next()
})
app.use('/api/*', crossOrigin, originCheck, bodyLimit, authenticate, viewAs, async (c, next) => {
  await next()
  if (c.res.status !== 101 && !c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
})
app.route('/', api)
app.route('/', peopleApi)
app.route('/', accountApi)
app.route('/', serviceRoutes)
app.route('/', outboxRoutes)
app.route('/', referenceRoutes(app))
app.all('/api/*', (c) => respondFailure(c, fail('request/not-found').error))
app.get('*', (c) => c.var.service.assets.serve(c.req.raw))
app.notFound((c) => respondFailure(c, fail('request/not-found').error))
