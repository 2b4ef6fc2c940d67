import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  type Completion,
  type CompletionSource,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { PostgreSQL, sql, SQLDialect } from '@codemirror/lang-sql'
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { setDiagnostics } from '@codemirror/lint'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers, placeholder } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { allowedFunctions } from '#core/sql/gate/functions.ts'
import type { Mark } from './model.ts'

/** The only file that imports CodeMirror; loaded with the screen. */

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent-strong)', fontWeight: '550' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--good)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--chart-2)' },
  { tag: tags.comment, color: 'var(--ink-faint)', fontStyle: 'italic' },
  { tag: [tags.operator, tags.punctuation], color: 'var(--ink-muted)' },
  { tag: [tags.typeName, tags.standard(tags.name)], color: 'var(--chart-3)' },
])

const look = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--surface-raised)', fontSize: 'var(--text-md)', height: '100%' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.6' },
  '.cm-content': { padding: '10px 0', caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--ink-faint)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--surface-hover) 45%, transparent)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 25%, transparent)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-soft)', outline: 'none' },
  '.cm-placeholder': { color: 'var(--ink-faint)' },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--surface-raised)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius-small)',
    boxShadow: 'var(--shadow-high)',
    overflow: 'hidden',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono)', maxWidth: 'min(420px, 80vw)' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px !important' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--ink)',
  },
  '.cm-completionDetail': { color: 'var(--ink-faint)', fontStyle: 'normal' },
  '.cm-diagnostic': { padding: '6px 10px', borderLeftColor: 'var(--bad)', maxWidth: 'min(420px, 80vw)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--bad)',
    textUnderlineOffset: '4px',
    backgroundColor: 'var(--bad-soft)',
  },
})

const dialect = SQLDialect.define({
  ...PostgreSQL.spec,
  keywords: `${PostgreSQL.spec.keywords ?? ''} qualify pivot unpivot exclude sample asof semi anti positional ilike glob`,
})

/** Columns of each dataset, by its SQL name. */
export type Schema = Readonly<
  Record<string, readonly { readonly label: string; readonly detail: string; readonly apply: string }[]>
>

const functions = [...allowedFunctions].map((label) => ({ label, type: 'function', boost: -20 }))

/** Completes the word before the cursor; completions may contain several words. */
const wordsFrom =
  (options: readonly Completion[]): CompletionSource =>
  (context) => {
    const word = context.matchBefore(/[\w\u00c0-\uffff]+/)
    return word && { from: word.from, options, validFor: /^[\w\u00c0-\uffff]*$/ }
  }

const language = (schema: Schema): Extension => {
  const support = sql({
    dialect,
    schema: Object.fromEntries(
      Object.entries(schema).map(([table, columns]) => [
        table,
        columns.map((column) => ({ ...column, type: 'property', boost: 20 })),
      ]),
    ),
    upperCaseKeywords: true,
  })
  const columns = Object.values(schema).flat()
  const named = [
    ...new Map(columns.map((column) => [column.label, { ...column, type: 'property', boost: 30 }])).values(),
  ]
  return [support, dialect.language.data.of({ autocomplete: wordsFrom([...named, ...functions]) })]
}

export type EditorPorts = {
  readonly onText: (text: string) => void
  /** The whole text, or the selection with its offset. */
  readonly onRun: (sql: string, from: number) => void
  readonly onFormat: () => void
}

export type CodeEditor = {
  readonly setText: (text: string) => void
  readonly setSchema: (schema: Schema) => void
  readonly setMark: (mark: Mark | null) => void
  readonly insert: (text: string) => void
  /** The SQL that a run would execute now. */
  readonly wanted: () => { readonly sql: string; readonly from: number }
  readonly focus: () => void
  readonly destroy: () => void
}

function wantedOf({ state }: EditorView): { readonly sql: string; readonly from: number } {
  const { from, to } = state.selection.main
  const isPart = state.sliceDoc(from, to).trim() !== ''
  return isPart ? { sql: state.sliceDoc(from, to), from } : { sql: state.doc.toString(), from: 0 }
}

function keysOf(ports: EditorPorts): Extension {
  const run = (view: EditorView): boolean => {
    closeCompletion(view)
    const { sql, from } = wantedOf(view)
    ports.onRun(sql, from)
    return true
  }
  const format = (): boolean => {
    ports.onFormat()
    return true
  }
  return keymap.of([
    { key: 'Mod-Enter', run, preventDefault: true },
    { key: 'Shift-Alt-f', run: format, preventDefault: true },
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...historyKeymap,
    ...defaultKeymap,
  ])
}

/**
 * An editor in a shadow root, where CodeMirror's styles are constructed style sheets, which the page's content
 * security policy allows.
 */
export function createCodeEditor(host: HTMLElement, text: string, ports: EditorPorts): CodeEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const schema = new Compartment()
  const state = EditorState.create({
    doc: text,
    extensions: [
      keysOf(ports),
      lineNumbers(),
      history(),
      drawSelection(),
      bracketMatching(),
      closeBrackets(),
      autocompletion({ icons: false }),
      highlightActiveLine(),
      syntaxHighlighting(colours),
      schema.of(language({})),
      EditorView.lineWrapping,
      placeholder('SELECT …'),
      EditorView.contentAttributes.of({ 'aria-label': 'SQL' }),
      EditorView.updateListener.of((update) => update.docChanged && ports.onText(update.state.doc.toString())),
      look,
    ],
  })
  const view = new EditorView({ state, parent: root as unknown as HTMLElement, root })
  return {
    setText(next) {
      const { doc } = view.state
      if (doc.toString() !== next) view.dispatch({ changes: { from: 0, to: doc.length, insert: next } })
    },
    setSchema: (next) => view.dispatch({ effects: schema.reconfigure(language(next)) }),
    setMark(mark) {
      const most = view.state.doc.length
      const found = mark && { from: Math.min(mark.from, most), to: Math.min(mark.to, most), message: mark.message }
      view.dispatch(setDiagnostics(view.state, found ? [{ ...found, severity: 'error' }] : []))
      if (found) view.dispatch({ effects: EditorView.scrollIntoView(found.from) })
    },
    insert(added) {
      view.dispatch(view.state.replaceSelection(added))
      view.focus()
    },
    wanted: () => wantedOf(view),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  }
}
