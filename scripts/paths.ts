import { delimiter, resolve } from 'node:path'

/** The project's folder. */
export const root = resolve(import.meta.dirname, '..')

/** A path inside the project; an absolute path stays as it is. */
export const at = (...parts: readonly string[]): string => resolve(root, ...parts)

/** Nothing is looked up outside: no metrics, no remote metadata, no questions asked. The pinned Node comes first. */
export const offlineEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: `${at('node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CI: 'true',
}
