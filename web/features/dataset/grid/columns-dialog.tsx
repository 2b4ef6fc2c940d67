import { ChevronDown, ChevronUp, Pin, PinOff } from 'lucide'
import { useState } from 'preact/hooks'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { arrange, moveColumn, toggleHidden, togglePinned } from './arrangement.ts'
import type { Grid } from './model.ts'

/** Minimum number of columns for a search field. */
const searchable = 10

function ColumnLine({ grid, name, label }: { readonly grid: Grid; readonly name: string; readonly label: string }) {
  const { arrangement } = grid
  const { hidden, pinned } = arrangement.value
  const isPinned = pinned.has(name)
  return (
    <li class="grid-column-line">
      <label class="filter-value grow">
        <input
          type="checkbox"
          checked={!hidden.has(name)}
          onChange={() => (arrangement.value = toggleHidden(arrangement.value, name))}
        />
        <span class="clip">{label}</span>
      </label>
      <Button
        kind="quiet"
        size="small"
        icon={isPinned ? PinOff : Pin}
        label={isPinned ? `Let ${label} scroll` : `Keep ${label} in sight`}
        aria-pressed={isPinned}
        onClick={() => (arrangement.value = togglePinned(arrangement.value, name))}
      />
      <Button
        kind="quiet"
        size="small"
        icon={ChevronUp}
        label={`Move ${label} forward`}
        onClick={() => (arrangement.value = moveColumn(arrangement.value, name, -1))}
      />
      <Button
        kind="quiet"
        size="small"
        icon={ChevronDown}
        label={`Move ${label} back`}
        onClick={() => (arrangement.value = moveColumn(arrangement.value, name, 1))}
      />
    </li>
  )
}

/** Chooses which columns are visible, their order and which are pinned. */
export function ColumnsDialog({ grid, onClose }: { readonly grid: Grid; readonly onClose: () => void }) {
  const [words, setWords] = useState('')
  const { columns } = grid.model
  const labelOf = (name: string): string => columns.find((column) => column.name === name)?.label ?? name
  const found = grid.arrangement.value.order.filter((name) => labelOf(name).toLowerCase().includes(words.toLowerCase()))
  return (
    <Dialog title="Columns" onClose={onClose}>
      <div class="stack">
        {columns.length > searchable && <Field label="Find a column" value={words} onText={setWords} />}
        <ul class="grid-column-lines">
          {found.map((name) => (
            <ColumnLine key={name} grid={grid} name={name} label={labelOf(name)} />
          ))}
        </ul>
        <div class="dialog-actions">
          <Button onClick={() => (grid.arrangement.value = arrange(columns.map(({ name }) => name)))}>
            As in the file
          </Button>
          <Button kind="primary" onClick={onClose}>
            Done
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
