import { beforeEach, describe, expect, test } from 'vitest'
import { modelDocument, type ModelDocument, noDecisions } from '#core/semantic/model/model-document.ts'
import { createDraft } from '#web/features/model/draft.ts'
import { addItem, changeItem, decide, removeItem } from '#web/features/model/edits.ts'
import { createModelScreen, type ModelPorts } from '#web/features/model/model.ts'
import { queriesOfMeasure } from '#web/features/model/preview.ts'
import type { ModelState } from '#web/api.ts'
import { amount, modelOf, moment, semantic } from '../support/chart-tables.ts'

const generated = modelOf([
  moment('Day'),
  semantic('Region', { values: ['North', 'South'] }),
  amount('Sales'),
  amount('Cost'),
])
const margin = {
  name: 'Margin',
  description: '',
  synonyms: [],
  formula: '1 - sum([Cost]) / sum([Sales])',
  format: 'percent' as const,
}

/** A drawer that a browser keeps from one visit to the next. */
function drawer() {
  let kept: string | null = null
  return { read: () => kept, write: (text: string | null) => void (kept = text) }
}

describe('a draft', () => {
  const begun = (store = drawer(), document: ModelDocument = noDecisions, version = 0) => {
    const draft = createDraft(store)
    draft.begin({ version, document })
    return draft
  }

  test('undoes what was typed into one field at once, and field by field', () => {
    const draft = begun()
    for (const label of ['N', 'Ne', 'Net']) decide(draft, 'Sales', { label })
    decide(draft, 'Sales', { description: 'Without tax' })
    expect(draft.document.value?.columns['Sales']).toEqual({ label: 'Net', description: 'Without tax' })
    draft.undo()
    expect(draft.document.value?.columns['Sales']).toEqual({ label: 'Net' })
    draft.undo()
    expect([draft.document.value, draft.isChanged.value]).toEqual([noDecisions, false])
    draft.redo()
    draft.redo()
    expect(draft.document.value?.columns['Sales']?.description).toBe('Without tax')
  })

  test('keeps nothing of a decision that is taken back', () => {
    const draft = begun()
    decide(draft, 'Sales', { isHidden: true })
    decide(draft, 'Sales', { isHidden: undefined })
    expect(draft.document.value).toEqual(noDecisions)
  })

  test('is kept for the next visit while it is unsaved, and only for the version it was made of', () => {
    const store = drawer()
    decide(begun(store), 'Sales', { label: 'Net' })
    const next = begun(store)
    expect(next.document.value?.columns['Sales']?.label).toBe('Net')
    next.undo()
    expect([next.document.value, store.read()]).toEqual([noDecisions, null])
    decide(next, 'Sales', { label: 'Net' })
    expect(begun(store, noDecisions, 1).document.value).toEqual(noDecisions)
  })

  test('adds, changes and removes in lists', () => {
    const draft = begun()
    const at = addItem(draft, 'measures', margin)
    changeItem(draft, ['measures', at], { name: 'Profit margin' })
    expect(draft.document.value?.measures).toEqual([{ ...margin, name: 'Profit margin' }])
    removeItem(draft, 'measures', at)
    expect(draft.document.value).toEqual(noDecisions)
  })
})

describe('the screen', () => {
  let saved: { version: number; document: ModelDocument }
  let ports: ModelPorts
  beforeEach(() => {
    saved = { version: 0, document: noDecisions }
    ports = {
      drafts: drawer(),
      read: async () => ({
        ok: true,
        value: { ...saved, problems: [], generated, related: [], deleted: [] } satisfies ModelState,
      }),
      save: async (document, version) => {
        if (version !== saved.version)
          return {
            ok: false,
            error: { code: 'model/conflict', status: 409, message: 'Ada saved version 1 meanwhile.', hint: '' },
          }
        saved = { version: version + 1, document }
        return { ok: true, value: saved }
      },
      versions: async () => ({ ok: true, value: [] }),
      version: async () => ({ ok: true, value: saved }),
      run: async () => ({ ok: true, value: { rows: 0, columns: [] } }),
    }
  })
  const started = async () => {
    const screen = createModelScreen(ports)
    await screen.start()
    return screen
  }

  test('tells what is wrong while it is typed, and what would be saved', async () => {
    const screen = await started()
    addItem(screen.draft, 'measures', { ...margin, formula: 'sum([Profit])' })
    expect(screen.problems.value).toMatchObject([{ path: ['measures', 0, 'formula'], span: { from: 4, to: 12 } }])
    changeItem(screen.draft, ['measures', 0], { formula: margin.formula })
    expect([screen.problems.value, screen.changes.value.map(({ text }) => text)]).toEqual([
      [],
      ['The measure “Margin” is new.'],
    ])
    await screen.save()
    expect([saved.version, screen.draft.isChanged.value, screen.changes.value]).toEqual([1, false, []])
  })

  test('puts what is unsaved on top of what a colleague saved meanwhile; nothing of either is lost', async () => {
    const screen = await started()
    decide(screen.draft, 'Sales', { label: 'Net sales' })
    saved = { version: 1, document: modelDocument.parse({ columns: { Cost: { isHidden: true } }, measures: [margin] }) }
    await screen.save()
    expect(screen.problem.value?.code).toBe('model/conflict')
    await screen.takeTheirs()
    expect([screen.problem.value, screen.clashes.value]).toEqual([null, []])
    await screen.save()
    expect(saved).toEqual({
      version: 2,
      document: modelDocument.parse({
        columns: { Cost: { isHidden: true }, Sales: { label: 'Net sales' } },
        measures: [margin],
      }),
    })
  })

  test('brings in a file that was exported, and refuses any other', async () => {
    const screen = await started()
    expect(screen.bringFile(JSON.stringify({ document: { measures: [margin] } }))).toBe(true)
    expect(screen.draft.document.value?.measures).toEqual([margin])
    for (const text of ['no file', '{"document":{"measures":7}}', '[]']) expect(screen.bringFile(text)).toBe(false)
    expect(screen.draft.document.value?.measures).toEqual([margin])
  })

  test('previews a measure as a Query that names columns alone, whole and along time', async () => {
    const screen = await started()
    addItem(screen.draft, 'measures', margin)
    const drawn = screen.drawn.value
    const asked = drawn && queriesOfMeasure('Percent', '[Margin] * 100', drawn)
    expect(asked?.whole.measures).toMatchObject([{ aggregate: 'formula', as: 'Percent' }])
    expect(JSON.stringify(asked?.whole.measures)).not.toContain('[Margin]')
    expect(asked?.along?.dimensions).toEqual([{ column: 'Day', grain: 'month', as: 'Time' }])
    expect(drawn && queriesOfMeasure('x', 'sum([Nothing])', drawn)).toBeNull()
  })
})
