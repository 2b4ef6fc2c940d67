import { Component, type VNode } from 'preact'
import { Bug } from 'lucide'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

type Props = { readonly children: () => VNode }

/** Error boundary: one broken screen leaves navigation usable. */
export class CrashScreen extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static override getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children()
    return (
      <main>
        <EmptyState
          isPage
          icon={Bug}
          title="This screen stopped working"
          text="Your data is safe. Reload the page; if it happens again, go back to the start."
        >
          <Button kind="primary" onClick={() => location.reload()}>
            Reload
          </Button>
          <Button onClick={() => location.assign('/')}>Go to the start</Button>
        </EmptyState>
      </main>
    )
  }
}
