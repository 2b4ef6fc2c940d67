import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { createLocalEngine } from '../engine/local-engine.ts'
import { createLimits } from './limits.ts'
import { createSession, type Session } from './session.ts'
import { createStanding } from './standing.ts'
import { createUploadsInto, type Uploads } from './uploads.ts'
import { createThemeChoice } from './theme.ts'
import { createWorkspace, type Workspace } from './workspace.ts'

/** What lives as long as the page: made once where the application starts, and handed on. */
export type Services = {
  readonly session: Session
  readonly standing: ReturnType<typeof createStanding>
  readonly workspace: Workspace
  readonly uploads: Uploads
  readonly limits: ReturnType<typeof createLimits>
  /** The engine in its web worker, which starts with the first call. */
  readonly engine: ReturnType<typeof createLocalEngine>
}

export function createServices(): Services {
  const workspace = createWorkspace()
  const session = createSession(createThemeChoice())
  return {
    session,
    standing: createStanding(session),
    workspace,
    uploads: createUploadsInto(workspace),
    limits: createLimits(),
    engine: createLocalEngine(),
  }
}

const context = createContext<Services | null>(null)

export const ServicesProvider = context.Provider

/** The services of this page, for components. */
export function useServices(): Services {
  const services = useContext(context)
  if (!services) throw new Error('The application hands its services on')
  return services
}
