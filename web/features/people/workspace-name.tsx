import { useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import './people.css'

type Props = { readonly name: string; readonly onRename: (name: string) => void }

/** The name of the workspace, to change it. */
export function WorkspaceName({ name, onRename }: Props) {
  const [text, setText] = useState(name)
  const wanted = text.trim()
  return (
    <form
      class="people-new"
      aria-label="Name of the workspace"
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== '' && wanted !== name) onRename(wanted)
      }}
    >
      <Field label="Name of the workspace" required maxLength={80} value={text} onText={setText} />
      <Button type="submit" disabled={wanted === '' || wanted === name}>
        Rename
      </Button>
    </form>
  )
}
