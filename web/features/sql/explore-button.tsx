import { Compass } from 'lucide'
import type { Result } from '#core/result.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast-model.ts'

type Props = {
  /** Where Explore shows what the SQL asks, or why it cannot. */
  readonly address: Result<string>
  readonly onOpen: (address: string) => void
}

/** Goes on by hand from what was written. It can be pressed even where it cannot: it then says why, on a phone too. */
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
