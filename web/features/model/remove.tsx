import { Trash2 } from 'lucide'
import { Button } from '../../ui/button.tsx'
import { removeItem } from './edits.ts'
import type { ModelScreen } from './model.ts'

type Props = {
  readonly screen: ModelScreen
  readonly list: 'measures' | 'calculations' | 'groups'
  readonly at: number
  readonly children: string
}

/** Removes the open item; undo restores it. */
export function Remove({ screen, list, at, children }: Props) {
  const remove = (): void => {
    screen.place.value = null
    removeItem(screen.draft, list, at)
  }
  return (
    <div>
      <Button kind="danger" size="small" icon={Trash2} onClick={remove}>
        {children}
      </Button>
    </div>
  )
}
