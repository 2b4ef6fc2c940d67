import { Star, Trash2 } from 'lucide'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ago, count } from '../../ui/figures.ts'
import type { History } from './history.ts'

type Props = {
  readonly history: History
  readonly now: number
  readonly onTake: (sql: string) => void
  readonly onClose: () => void
}

type Entry = History['entries']['value'][number]

const cameOut = ({ rows }: Entry): string =>
  rows === null ? 'failed' : `${count(rows)} ${rows === 1 ? 'row' : 'rows'}`

function Item({ entry, history, now, onTake }: Omit<Props, 'onClose'> & { readonly entry: Entry }) {
  const { sql, at, isFavourite } = entry
  return (
    <li class="sql-past">
      <button type="button" class="sql-past-text" onClick={() => onTake(sql)} aria-label={`Open: ${sql.slice(0, 80)}`}>
        <code>{sql}</code>
        <span class="small muted">
          {ago(at, now)} · {cameOut(entry)}
        </span>
      </button>
      <Button
        kind="quiet"
        size="small"
        icon={Star}
        class={isFavourite ? 'sql-star' : ''}
        label={isFavourite ? 'No favourite any more' : 'Make it a favourite'}
        aria-pressed={isFavourite}
        onClick={() => void history.favour(sql, !isFavourite)}
      />
      <Button kind="quiet" size="small" icon={Trash2} label="Forget it" onClick={() => void history.forget(sql)} />
    </li>
  )
}

/** SQL executed in this browser; favourites first. */
export function HistoryDialog({ history, now, onTake, onClose }: Props) {
  const entries = history.entries.value.toSorted((a, b) => Number(b.isFavourite) - Number(a.isFavourite))
  return (
    <Dialog title="History" onClose={onClose} wide>
      {entries.length === 0 ? (
        <p class="muted">What you run appears here. It is kept in this browser only.</p>
      ) : (
        <ul class="sql-history">
          {entries.map((entry) => (
            <Item
              key={entry.sql}
              entry={entry}
              history={history}
              now={now}
              onTake={(sql) => {
                onTake(sql)
                onClose()
              }}
            />
          ))}
        </ul>
      )}
    </Dialog>
  )
}
