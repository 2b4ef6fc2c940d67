import { useSignalEffect } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { CodeEditor, Schema } from './code-editor.ts'
import type { SqlScreen } from './model.ts'

type Props = {
  readonly screen: SqlScreen
  readonly schema: Schema
  readonly onFormat: () => void
  readonly editor: { current: CodeEditor | null }
}

/** A plain text area, shown if the editor's code fails to load. */
function PlainEditor({ screen }: { readonly screen: SqlScreen }) {
  return (
    <textarea
      class="sql-plain"
      aria-label="SQL"
      value={screen.text.value}
      onInput={({ currentTarget }) => (screen.text.value = currentTarget.value)}
    />
  )
}

/** The SQL editor. */
export function Editor({ screen, schema, onFormat, editor }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'loading' | 'ready' | 'plain'>('loading')
  useEffect(() => {
    let isGone = false
    void import('./code-editor.ts').then(
      ({ createCodeEditor }) => {
        if (isGone || !host.current) return
        editor.current = createCodeEditor(host.current, screen.text.peek(), {
          onText: (text) => (screen.text.value = text),
          onRun: (sql, from) => void screen.run(sql, from),
          onFormat,
        })
        setState('ready')
        editor.current.focus()
      },
      () => setState('plain'),
    )
    return () => {
      isGone = true
      editor.current?.destroy()
      editor.current = null
    }
  }, [screen])
  useEffect(() => editor.current?.setSchema(schema), [schema, state])
  useSignalEffect(() => {
    const text = screen.text.value
    editor.current?.setText(text)
  })
  useSignalEffect(() => {
    const mark = screen.mark.value
    editor.current?.setMark(mark)
  })
  if (state === 'plain') return <PlainEditor screen={screen} />
  return <div class="sql-editor" ref={host} data-ready={state === 'ready' ? '' : undefined} />
}
