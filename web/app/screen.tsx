import { CloudOff } from 'lucide'
import type { FunctionComponent } from 'preact'
import { lazy } from 'preact-iso'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** Stands for a screen whose code did not arrive: the network is down, or a newer version has replaced it. */
function NotLoaded() {
  return (
    <EmptyState
      icon={CloudOff}
      title="This screen could not be loaded"
      text="Check your connection, then reload the page. Your work is kept."
    >
      <Button kind="primary" onClick={() => location.reload()}>
        Reload the page
      </Button>
    </EmptyState>
  )
}

/** A screen that is fetched when it is first asked for. */
export const screen = <Props extends object = object>(load: () => Promise<FunctionComponent<Props>>) =>
  lazy<FunctionComponent<Props>>(() => load().catch(() => NotLoaded as FunctionComponent<Props>))
