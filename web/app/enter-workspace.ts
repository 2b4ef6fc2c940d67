import type { Outcome } from '../transport.ts'
import { forgetLocal } from './session.ts'
import { isOnlyHere, type Workspace } from './workspace.ts'

/** Written when a tab enters another workspace: all tabs share the session, so the others follow. */
const entered = 'edgewise-entered'

/** Reloads the page when another tab enters another workspace. Returns what stops it. */
export function followOtherTabs(): () => void {
  const follow = ({ key }: StorageEvent): void => void (key === entered && location.assign('/'))
  addEventListener('storage', follow)
  return () => removeEventListener('storage', follow)
}

/** Goes on in another workspace: what this browser keeps of the first goes. Returns why it did not. */
export async function enterWorkspace(
  { datasets }: Workspace,
  go: () => Promise<Outcome<unknown>>,
): Promise<string | null> {
  if ((datasets.value ?? []).some(({ id }) => isOnlyHere(id)))
    return 'A file is on this device alone. Wait until it is uploaded, then go on elsewhere.'
  const gone = await go()
  if (!gone.ok) return `${gone.error.message} ${gone.error.hint}`
  await forgetLocal()
  try {
    localStorage.setItem(entered, String(Date.now()))
  } catch {
    // Storage may be unavailable; other tabs then find out by their next request.
  }
  location.assign('/')
  return null
}
