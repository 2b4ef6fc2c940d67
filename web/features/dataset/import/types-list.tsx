import { type ColumnType, columnTypes } from '#core/table/table.ts'
import { typeWords } from '../profile-words.ts'
import type { ImportModel } from './model.ts'
import { ownValue } from '#core/own-value.ts'

/** A column as it was read. */
export type ReadColumn = { readonly name: string; readonly type: ColumnType }

/** Column types and alternatives; cells that do not fit a chosen type become odd and are kept. */
export function TypesList({
  reading,
  columns,
}: {
  readonly reading: ImportModel
  readonly columns: readonly ReadColumn[]
}) {
  const types = reading.choices.value.types ?? {}
  const choose = (name: string, text: string): void => {
    const { [name]: _, ...rest } = types
    const type = columnTypes.find((each) => each === text)
    const next = type ? { ...rest, [name]: type } : rest
    reading.choose('types', Object.keys(next).length === 0 ? undefined : next)
  }
  return (
    <details class="reading-types">
      <summary>What each column holds</summary>
      <ul>
        {columns.map(({ name, type }) => (
          <li key={name}>
            <span class="clip" title={name}>
              {name}
            </span>
            <select
              class="select"
              aria-label={`What ${name} holds`}
              value={ownValue(types, name) ?? ''}
              onChange={({ currentTarget }) => choose(name, currentTarget.value)}
            >
              <option value="">As found: {typeWords[type]}</option>
              {columnTypes.map((each) => (
                <option key={each} value={each}>
                  {typeWords[each]}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </details>
  )
}
