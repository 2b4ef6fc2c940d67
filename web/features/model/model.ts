import { computed, type Signal, signal } from '@preact/signals'
import type { QueryInput } from '#core/query/query.ts'
import { scopeOfDocument } from '#core/semantic/model/formulas.ts'
import { applyDocument } from '#core/semantic/model/apply-document.ts'
import type { ModelProblem } from '#core/semantic/model/checks/check.ts'
import { diffDocuments } from '#core/semantic/model/diff-documents.ts'
import { mergeDocuments } from '#core/semantic/model/merge-documents.ts'
import { type ModelDocument, modelDocument, noDecisions } from '#core/semantic/model/model-document.ts'
import { joinedFields } from '#core/semantic/model/related.ts'
import { validateDocument } from '#core/semantic/model/validate-document.ts'
import type { SemanticColumn } from '#core/semantic/semantic-model.ts'
import type { Table } from '#core/table/table.ts'
import type { ModelState, ModelVersion } from '../../api.ts'
import type { Outcome, Problem } from '../../transport.ts'
import { createDraft, type Draft, type DraftStore } from './draft.ts'

type Saved = { readonly version: number; readonly document: ModelDocument }

/** Ports of the screen. */
export type ModelPorts = {
  readonly read: () => Promise<Outcome<ModelState>>
  readonly save: (document: ModelDocument, version: number) => Promise<Outcome<Saved>>
  readonly versions: () => Promise<Outcome<readonly ModelVersion[]>>
  readonly version: (number: number) => Promise<Outcome<Saved>>
  readonly run: (asked: QueryInput & { readonly dataset: string }, as: string | null) => Promise<Outcome<Table>>
  readonly drafts: DraftStore
}

/** The open item: a column, a measure or another setting. */
export type Place =
  | { readonly part: 'column'; readonly name: string }
  | { readonly part: 'groups' | 'calculations' | 'measures'; readonly at: number }
  | { readonly part: 'time' | 'relationships' | 'security' | 'history' }

const unreadableFile: Problem = {
  code: 'model/unreadable',
  status: 0,
  message: 'This file holds no model.',
  hint: 'Choose a file that was exported here.',
}

/** Parses an exported model document. */
function documentIn(text: string): Outcome<ModelDocument> {
  try {
    const file = JSON.parse(text) as { document?: unknown }
    const parsed = modelDocument.safeParse(file.document)
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, error: unreadableFile }
  } catch {
    return { ok: false, error: unreadableFile }
  }
}

type EditorState = { readonly draft: Draft; readonly state: Signal<ModelState | null> }

/** Derives problems, the resulting model and the formula scope from the edited document. */
function createDrawing({ draft, state }: EditorState) {
  const problems = computed<readonly ModelProblem[]>(() =>
    state.value && draft.document.value
      ? validateDocument(draft.document.value, state.value.generated, state.value)
      : [],
  )
  const drawn = computed(() => {
    const [known, document] = [state.value, draft.document.value]
    if (!known || !document) return null
    const model = applyDocument(known.generated, document, { related: known.related, version: known.version })
    const fields = [...model.columns, ...model.hidden, ...joinedFields(document.relationships, known.related)]
    return { model, scope: scopeOfDocument(document, fields, model.timeColumn) }
  })
  const changes = computed(() =>
    diffDocuments(draft.base.value?.document ?? noDecisions, draft.document.value ?? noDecisions),
  )
  return { problems, drawn, changes }
}

/** Loads saved versions and saves changes. */
function createSaving(ports: ModelPorts, { draft, state }: EditorState) {
  const problem = signal<Problem | null>(null)
  const isSaving = signal(false)
  const clashes = signal<readonly string[]>([])
  const versions = signal<readonly ModelVersion[] | null>(null)
  return {
    problem,
    isSaving,
    /** Conflicts with a concurrent change; the local version is kept. */
    clashes,
    /** Saved versions; null until requested. */
    versions,
    async start(): Promise<void> {
      const read = await ports.read()
      problem.value = read.ok ? null : read.error
      if (!read.ok) return
      state.value = read.value
      draft.begin(read.value)
    },
    async loadVersions(): Promise<void> {
      const read = await ports.versions()
      if (read.ok) versions.value = read.value
      else problem.value = read.error
    },
    async save(): Promise<void> {
      const [from, document] = [draft.base.value, draft.document.value]
      if (!from || !document || isSaving.value) return
      isSaving.value = true
      const saved = await ports.save(document, from.version)
      isSaving.value = false
      problem.value = saved.ok ? null : saved.error
      if (!saved.ok) return
      clashes.value = []
      draft.begin(saved.value)
      if (state.value) state.value = { ...state.value, ...saved.value }
      versions.value = null
    },
    /** Rebases unsaved changes on another user's version. */
    async takeTheirs(): Promise<void> {
      const [from, mine] = [draft.base.value, draft.document.value]
      const read = await ports.read()
      if (!read.ok || !from || !mine) return
      const merged = mergeDocuments({ base: from.document, mine, theirs: read.value.document })
      state.value = read.value
      problem.value = null
      clashes.value = merged.clashes
      draft.rebase(read.value, merged.document)
    },
  }
}

/** State of the model editor. */
export function createModelScreen(ports: ModelPorts) {
  const known: EditorState = { draft: createDraft(ports.drafts), state: signal<ModelState | null>(null) }
  const saving = createSaving(ports, known)
  const { draft } = known
  return {
    ...known,
    ...createDrawing(known),
    ...saving,
    place: signal<Place | null>(null),
    run: ports.run,
    version: ports.version,
    /** Loads an earlier version into the editor. */
    bring: (document: ModelDocument): void => draft.change(`bring ${Date.now()}`, () => document),
    /** Loads a file into the editor. */
    bringFile(text: string): boolean {
      const found = documentIn(text)
      if (found.ok) draft.change(`file ${Date.now()}`, () => found.value)
      else saving.problem.value = found.error
      return found.ok
    },
  }
}
export type ModelScreen = ReturnType<typeof createModelScreen>

/** Problems at or below a place of the document. */
export const problemsAt = (
  problems: readonly ModelProblem[],
  path: readonly (string | number)[],
): readonly ModelProblem[] => problems.filter((each) => path.every((part, at) => each.path[at] === part))

/** Every column with its decisions, including hidden ones. */
export const columnsIn = ({ drawn }: Pick<ModelScreen, 'drawn'>): readonly SemanticColumn[] =>
  drawn.value === null ? [] : [...drawn.value.model.columns, ...drawn.value.model.hidden]
