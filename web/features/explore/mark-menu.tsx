import { ArrowDownWideNarrow, FilterX, ListFilter, Rows3 } from 'lucide'
import type { IconNode } from 'lucide'
import type { RefObject } from 'preact'
import { drillsOf, filtersOfMark, type Key, leaveOut, narrowTo } from '#core/explore/drill.ts'
import { Icon } from '../../ui/icon.tsx'
import { Popover } from '../../ui/popover.tsx'
import { drillFurther } from '#core/explore/trail.ts'
import { drillText } from '#core/explore/drill-text.ts'
import { markText } from './marks.ts'
import type { Picture } from './picture.ts'
import type { Screen } from './screen.ts'

type Item = { readonly text: string; readonly icon: IconNode; readonly run: () => void }

function itemsOf(screen: Screen, mark: readonly Key[], text: string): readonly Item[] {
  const { explore, model } = screen
  const asked = explore.asked.peek()
  const filters = filtersOfMark(mark, asked)
  if (!filters) return []
  const drills = drillsOf(asked, mark, model).map(({ place, dimension }): Item => {
    const how = drillText(dimension, model)
    return {
      text: `Look closer ${how}`,
      icon: ArrowDownWideNarrow,
      run: () => explore.change(drillFurther(asked, mark, { place, dimension }, text), `${text}, ${how}.`),
    }
  })
  return [
    ...drills,
    { text: 'Show only this', icon: ListFilter, run: () => explore.change(narrowTo(asked, filters), `Only ${text}.`) },
    { text: 'Leave this out', icon: FilterX, run: () => explore.change(leaveOut(asked, filters), `Without ${text}.`) },
    { text: 'See the rows behind it', icon: Rows3, run: () => screen.openRows([...asked.filters, ...filters]) },
  ]
}

function moveFocus(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.menu-item')]
  const at = items.indexOf(document.activeElement as HTMLElement) + step
  items[(at + items.length) % items.length]?.focus()
  event.preventDefault()
}

type Props = {
  readonly screen: Screen
  readonly picture: Picture
  readonly mark: readonly Key[]
  readonly anchor: RefObject<HTMLElement | null>
  readonly onClose: () => void
}

/** Actions on a mark: drill down, keep only, exclude, show rows. */
export function MarkMenu({ screen, picture, mark, anchor, onClose }: Props) {
  const text = markText(mark, picture)
  const items = itemsOf(screen, mark, text)
  return (
    <Popover label={`What to do with ${text}`} button={anchor} onClose={onClose}>
      <p class="mark-title clip">{text}</p>
      {items.length === 0 && (
        <p class="small muted mark-none">
          {screen.explore.asked.peek().groups
            ? 'Figures of groups cannot be narrowed to.'
            : 'What recurs in the calendar cannot be narrowed to yet. Group by a period instead.'}
        </p>
      )}
      <div onKeyDown={moveFocus}>
        {items.map((item) => (
          <button
            key={item.text}
            type="button"
            class="menu-item"
            onClick={() => {
              onClose()
              item.run()
            }}
          >
            <Icon icon={item.icon} size={15} />
            {item.text}
          </button>
        ))}
      </div>
    </Popover>
  )
}
