import { Compass } from 'lucide'
import { AbsentPage } from '../absent-page.tsx'
import { usePageTitle } from '../page-title.ts'

/** Shown for an unknown address. */
export function NotFoundPage() {
  usePageTitle('Not found')
  return (
    <AbsentPage
      icon={Compass}
      title="There is nothing at this address"
      text="It may have been deleted, or the link may be incomplete."
    />
  )
}
