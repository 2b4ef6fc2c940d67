import type { ColumnDecision, ModelDocument } from './model-document.ts'
import { ownValue } from '../../own-value.ts'

/** One difference between two documents, in a sentence. */
export type ModelChange = {
  /** The changed part, such as `columns` or `measures`, and the changed item. */
  readonly part: keyof ModelDocument
  readonly name: string
  readonly text: string
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const shown = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const decisionWords: Readonly<Record<keyof ColumnDecision, string>> = {
  label: 'name',
  description: 'description',
  synonyms: 'other words',
  role: 'role',
  format: 'format',
  aggregates: 'allowed figures',
  defaultAggregate: 'usual figure',
  order: 'order of values',
  isHidden: 'hiding',
  isMasked: 'masking',
  visibility: 'permissions',
}

function flagText(key: keyof ColumnDecision, column: string, value: unknown): string | null {
  if (key === 'isHidden') return value ? `${column} is hidden.` : `${column} is shown again.`
  if (key === 'isMasked') return value ? `${column} is masked.` : `${column} is no longer masked.`
  return null
}

const visibilityText = (column: string, value: ColumnDecision['visibility']): string => {
  const held = Object.entries(value ?? {}).map(([role, visibility]) => `${visibility} for ${role}s`)
  return held.length === 0 ? `${column} is seen by every role.` : `${column} is ${held.join(', ')}.`
}

function changesOfColumn(name: string, before: ColumnDecision, after: ColumnDecision): ModelChange[] {
  return (Object.keys(decisionWords) as (keyof ColumnDecision)[])
    .filter((key) => !isSame(before[key], after[key]))
    .map((key) => {
      const text =
        flagText(key, name, after[key]) ??
        (key === 'visibility'
          ? visibilityText(name, after.visibility)
          : after[key] === undefined
            ? `The ${decisionWords[key]} of ${name} is told from the data again.`
            : `The ${decisionWords[key]} of ${name}: ${shown(before[key])} → ${shown(after[key])}.`)
      return { part: 'columns', name, text }
    })
}

function changesOfColumns(before: ModelDocument, after: ModelDocument): ModelChange[] {
  const names = [...new Set([...Object.keys(before.columns), ...Object.keys(after.columns)])]
  return names.flatMap((name) =>
    changesOfColumn(name, ownValue(before.columns, name) ?? {}, ownValue(after.columns, name) ?? {}),
  )
}

const listWords = {
  measures: 'The measure',
  calculations: 'The calculated column',
  groups: 'The groups',
  relationships: 'The relationship',
} as const

function changesOfList(part: keyof typeof listWords, before: ModelDocument, after: ModelDocument): ModelChange[] {
  const [old, now]: [readonly { name: string }[], readonly { name: string }[]] = [before[part], after[part]]
  const said = (name: string, what: string): ModelChange => ({
    part,
    name,
    text: `${listWords[part]} “${name}” ${what}`,
  })
  const gone = old
    .filter(({ name }) => !now.some((each) => each.name === name))
    .map(({ name }) => said(name, 'is removed.'))
  const changed = now.flatMap((each) => {
    const known = old.find(({ name }) => name === each.name)
    if (!known) return [said(each.name, 'is new.')]
    return isSame(known, each) ? [] : [said(each.name, changedText(known, each))]
  })
  return [...gone, ...changed]
}

function changedText(before: object, after: object): string {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const key = [...now.keys()].filter((each) => !isSame(old.get(each), now.get(each)))
  if (key.includes('formula')) return `is now ${shown(now.get('formula'))} (was ${shown(old.get('formula'))}).`
  return `has another ${key.join(' and ')}.`
}

const ruleText = ({ rows }: ModelDocument): string => {
  const roles = [...new Set(rows.map(({ role }) => role))]
  return roles.length === 0 ? 'Every role sees all rows.' : `Rows are held back from: ${roles.join(', ')}.`
}

function changesOfRest(before: ModelDocument, after: ModelDocument): ModelChange[] {
  const changes: ModelChange[] = []
  if (before.timeColumn !== after.timeColumn)
    changes.push({ part: 'timeColumn', name: '', text: `Time goes by ${shown(after.timeColumn)}.` })
  if (before.timeGrain !== after.timeGrain)
    changes.push({ part: 'timeGrain', name: '', text: `Time is shown by ${shown(after.timeGrain)}.` })
  if (!isSame(before.calendar, after.calendar)) {
    const { timeZone, weekStart, fiscalYearStart } = after.calendar ?? {}
    const text = after.calendar
      ? `The calendar: ${timeZone}, weeks from ${weekStart}, years from month ${fiscalYearStart}.`
      : 'The calendar is plain again.'
    changes.push({ part: 'calendar', name: '', text })
  }
  if (!isSame(before.rows, after.rows)) changes.push({ part: 'rows', name: '', text: ruleText(after) })
  return changes
}

/** Differences from `before` to `after`, in words. */
export function diffDocuments(before: ModelDocument, after: ModelDocument): readonly ModelChange[] {
  const lists = (Object.keys(listWords) as (keyof typeof listWords)[]).flatMap((part) =>
    changesOfList(part, before, after),
  )
  return [...changesOfColumns(before, after), ...lists, ...changesOfRest(before, after)]
}
