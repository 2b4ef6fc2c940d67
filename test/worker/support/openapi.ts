import { exports } from 'cloudflare:workers'
import { origin } from './visitor.ts'

type Operation = { readonly 'x-access'?: string }
type Document = { readonly paths: Record<string, Record<string, Operation>> }

export type DescribedRoute = { readonly method: string; readonly path: string; readonly access: string | undefined }

/** Every route of the OpenAPI document. */
export async function describedRoutes(): Promise<DescribedRoute[]> {
  const { paths } = (await (await exports.default.fetch(`${origin}/openapi.json`)).json()) as Document
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      access: operation['x-access'],
    })),
  )
}
