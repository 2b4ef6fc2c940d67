import { Link2Off } from 'lucide'
import type { ComponentChildren } from 'preact'
import type { Problem } from '../../transport.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Mark } from '../../ui/mark.tsx'
import './share.css'

/** Frame of a public page: title and origin. */
export function ShareFrame({
  title,
  children,
}: {
  readonly title: ComponentChildren
  readonly children: ComponentChildren
}) {
  return (
    <div class="share">
      <header class="share-head">
        <h1 class="clip">{title}</h1>
        <a class="share-brand" href="/" aria-label="Made with Edgewise">
          <Mark size={20} />
          <span>Edgewise</span>
        </a>
      </header>
      <main>{children}</main>
      <footer class="share-foot small faint">
        Live figures, computed when you opened this page. Only totals and averages are shown.
      </footer>
    </div>
  )
}

/** Shown for a revoked or unknown link. */
export function ShareGone({ problem }: { readonly problem: Problem }) {
  const isGone = problem.status === 404 || problem.status === 410
  return (
    <main>
      <EmptyState
        icon={Link2Off}
        title={isGone ? 'This link no longer works' : problem.message}
        text={isGone ? 'Whoever shared this dashboard has revoked the link. Ask them for a new one.' : problem.hint}
      >
        <a class="button" data-kind="primary" href="/">
          What is Edgewise?
        </a>
      </EmptyState>
    </main>
  )
}
