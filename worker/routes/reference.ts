import type { OpenAPIHono } from '@hono/zod-openapi'
import { Scalar } from '@scalar/hono-api-reference'
import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { schemaParts } from '../http/json-schema.ts'
import { randomToken } from '../security/random.ts'

/** Turns off features that contact the vendor's servers. */
const withoutOutside = {
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
  operationTitleSource: 'path',
} as const

/** The reference's script adds inline styles, so this page alone allows them; it loads nothing from other origins. */
const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

function documentOf(described: OpenAPIHono<AppEnv>, version: string) {
  const document = described.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Edgewise', version, description: 'A file in; numbers, charts and live dashboards out.' },
    servers: [{ url: '/' }],
  })
  const schemas = { ...document.components?.schemas, ...schemaParts }
  return { ...document, components: { ...document.components, schemas } }
}

/** The API description: OpenAPI at /openapi.json, a page at /docs. */
export const referenceRoutes = (described: OpenAPIHono<AppEnv>): Hono<AppEnv> =>
  new Hono<AppEnv>()
    .get('/openapi.json', (c) => c.json(documentOf(described, c.var.service.config.version)))
    .get(
      '/docs',
      Scalar<AppEnv>((c) => {
        const nonce = randomToken(16)
        c.header('content-security-policy', policyWith(nonce))
        return {
          url: '/openapi.json',
          cdn: '/vendor/scalar.js',
          pageTitle: 'Edgewise API',
          favicon: '/favicon.svg',
          ...withoutOutside,
          nonce,
        }
      }),
    )
