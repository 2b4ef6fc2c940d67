import { exports } from 'cloudflare:workers'
import { origin } from './visitor.ts'

type Operation = { readonly 'x-access'?: string; readonly 'x-needs'?: string | null; readonly 'x-effect'?: string }
type Document = { readonly paths: Record<string, Record<string, Operation>> }

export type DescribedRoute = {
  readonly method: string
  readonly path: string
  readonly access: string | undefined
  /** What a caller must be to the workspace; null where that does not matter. */
  readonly needs: string | null | undefined
  readonly effect: string | undefined
}

/** Every route of the OpenAPI document. */
export async function describedRoutes(): Promise<DescribedRoute[]> {
  const { paths } = (await (await exports.default.fetch(`${origin}/openapi.json`)).json()) as Document
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      access: operation['x-access'],
      needs: operation['x-needs'],
      effect: operation['x-effect'],
    })),
  )
}
