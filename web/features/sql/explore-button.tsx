import { Compass } from 'lucide'
import type { Result } from '#core/result.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast-model.ts'

type Props = {
  /** The Explore URL of the SQL, or why there is none. */
  readonly address: Result<string>
  readonly onOpen: (address: string) => void
}

/** Opens the SQL in Explore. Always enabled; if Explore cannot show the SQL, it explains why, also on touch screens. */
export function ExploreButton({ address, onOpen }: Props) {
  const why = address.ok ? null : `${address.error.message} ${address.error.hint}`
  return (
    <Button
      kind="quiet"
      icon={Compass}
      class="sql-explore"
      aria-disabled={why !== null}
      title={why ?? 'Go on with this question by hand'}
      onClick={() => (address.ok ? onOpen(address.value) : showToast(why ?? ''))}
    >
      <span>Show in Explore</span>
    </Button>
  )
}
