import { Compass } from 'lucide'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePageTitle } from '../page-title.ts'

/** An address that leads nowhere. */
export function NotFoundPage() {
  usePageTitle('Not found')
  return (
    <EmptyState
      icon={Compass}
      title="There is nothing at this address"
      text="It may have been deleted, or the link may be incomplete."
    >
      <a class="button" data-kind="primary" href="/">
        Go to the start
      </a>
    </EmptyState>
  )
}
