import { useState } from 'preact/hooks'
import { Field } from '../field.tsx'
import { Done } from './done.tsx'
import type { EditorProps } from './editor.ts'

type Place = 'contains' | 'startsWith' | 'endsWith'

const labels: Record<Place, string> = { contains: 'Contains', startsWith: 'Starts with', endsWith: 'Ends with' }

/** Edits a text search on a column. */
export function TextEditor({ column, filter, action, onDone, place }: EditorProps & { readonly place: Place }) {
  const [text, setText] = useState(filter?.op === place ? filter.text : '')
  const wanted = text.trim()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== '') onDone({ op: place, column: column.name, text: wanted })
      }}
    >
      <Field label={labels[place]} value={text} onText={setText} help={`${column.distinct} different values`} />
      <Done isReady={wanted !== ''} text={action} />
    </form>
  )
}
