import { CloudOff } from 'lucide'
import type { FunctionComponent } from 'preact'
import { lazy } from 'preact-iso'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** Shown if a screen's code fails to load: offline, or replaced by a newer build. */
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

/** A lazily loaded screen. */
export const screen = <Props extends object = object>(load: () => Promise<FunctionComponent<Props>>) =>
  lazy<FunctionComponent<Props>>(() => load().catch(() => NotLoaded as FunctionComponent<Props>))
