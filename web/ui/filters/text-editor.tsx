import { useState } from 'preact/hooks'
import { Field } from '../field.tsx'
import { Done } from './done.tsx'
import type { EditorProps } from './editor.ts'

type TextOp = 'contains' | 'startsWith' | 'endsWith'

const labels: Record<TextOp, string> = { contains: 'Contains', startsWith: 'Starts with', endsWith: 'Ends with' }

/** Edits a text search on a column. */
export function TextEditor({ column, filter, action, onDone, op: wantedOp }: EditorProps & { readonly op: TextOp }) {
  const [text, setText] = useState(filter?.op === wantedOp ? filter.text : '')
  const wanted = text.trim()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== '') onDone({ op: wantedOp, column: column.name, text: wanted })
      }}
    >
      <Field label={labels[wantedOp]} value={text} onText={setText} help={`${column.distinct} different values`} />
      <Done isReady={wanted !== ''} text={action} />
    </form>
  )
}
