import { maskCell } from '#core/access/mask.ts'
import { memberRoles, type MemberRole } from '#core/access/member-role.ts'
import { type Principal, principalOn } from '#core/access/principal.ts'
import { runSecured } from '#core/access/run-secured.ts'
import { secureQuery } from '#core/access/secure-query.ts'
import { type Grant, type Place, roleOn, type Standing } from '#core/access/standing.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { prepareQuery } from '#core/query/prepare-query.ts'
import type { QueryInput } from '#core/query/query.ts'
import type { AccessRules, RowCondition } from '#core/semantic/model/access-rules.ts'
import { tableSource } from '#core/table/table-source.ts'
import { type Cell, toRows } from '#core/table/table.ts'
import { amount, columnOf, modelOf, semantic, tableOf } from './chart-tables.ts'
import { type Random, some } from './random.ts'

type Row = Readonly<Record<string, Cell>>
type Chosen = { readonly op: 'in'; readonly column: string; readonly values: string[] }
type Request = Omit<QueryInput, 'columns' | 'dimensions' | 'measures' | 'filters'> & {
  readonly columns?: string[]
  readonly dimensions?: { column: string }[]
  readonly measures?: { aggregate: 'count' | 'sum'; column?: string; as: string }[]
  readonly filters?: Chosen[]
}
const texts = ['Region', 'Seller', 'Mail'] as const
const names = [...texts, 'Sales', 'Pay'] as const
const values = {
  Region: ['North', 'South', 'East'],
  Seller: ['Ann', 'Ben', 'Cid'],
  Mail: ['ann@example.org', 'ben@example.org', 'cid@example.net'],
} as const
const roles = ['analyst', 'viewer'] as const

const rowOf = (random: Random): Row => ({
  Region: random.pick(values.Region),
  Seller: random.pick(values.Seller),
  Mail: random.pick(values.Mail),
  Sales: random.below(50),
  Pay: random.below(9),
})

function conditionOf(random: Random): RowCondition {
  const column = random.pick(texts)
  if (random.chance(0.3)) return { op: 'caller', column: 'Seller', attribute: random.pick(['seller', 'other']) }
  if (random.chance(0.3))
    return { op: random.pick(['atLeast', 'atMost'] as const), column: 'Sales', value: random.below(50) }
  return {
    op: random.pick(['in', 'notIn'] as const),
    column,
    values: some(random, values[column], 1 + random.below(2)),
  }
}

const rulesOf = (random: Random): AccessRules => ({
  rows: Array.from({ length: random.below(3) }, () => ({
    role: random.pick(roles),
    conditions: [conditionOf(random), ...(random.chance(0.3) ? [conditionOf(random)] : [])],
  })),
  columns: Array.from({ length: random.below(4) }, () => ({
    role: random.pick(roles),
    column: random.pick(names),
    visibility: random.pick(['hidden', 'masked'] as const),
  })),
})

/** Grants on this project or dataset, and on others. */
const grantsOf = (random: Random): Grant[] =>
  Array.from({ length: random.below(3) }, () => ({
    object: random.pick(['project', 'dataset'] as const),
    id: random.pick(['p', 'd', 'other']),
    role: random.pick(['admin', 'analyst', 'viewer'] as const),
  }))

/** What is asked: rows of some columns, or a figure by groups, of some rows. */
function requestOf(random: Random): Request {
  const column = random.pick(texts)
  const filters = random.chance(0.4) ? [{ op: 'in' as const, column, values: [random.pick(values[column])] }] : []
  if (random.chance(0.4))
    return { dataset: 'd', columns: some(random, names, 1 + random.below(4)), filters, limit: 1000 }
  const by = some(random, texts, random.below(3)).map((name) => ({ column: name }))
  const measures = random.chance(0.5)
    ? [{ aggregate: 'count' as const, as: 'figure' }]
    : [{ aggregate: 'sum' as const, column: random.pick(['Sales', 'Pay']), as: 'figure' }]
  return { dataset: 'd', dimensions: by, measures, filters, limit: 1000 }
}

/** The reference: one row against one condition, in plain words. */
function passes(row: Row, condition: RowCondition, seller: string | undefined): boolean {
  const cell = row[condition.column] ?? null
  switch (condition.op) {
    case 'in':
      return condition.values.some((value) => value === cell)
    case 'notIn':
      return condition.values.every((value) => value !== cell)
    case 'atLeast':
      return Number(cell) >= Number(condition.value)
    case 'atMost':
      return Number(cell) <= Number(condition.value)
    case 'caller':
      return condition.attribute === 'seller' && seller !== undefined && cell === seller
  }
}

/** The reference for roles, written apart from `roleOn`: every way to a role, and the best of them. */
function referenceRole({ role, grants }: Standing, place: Place): MemberRole | null {
  if (role === 'owner' || role === 'admin') return role
  const ways: MemberRole[] = []
  if (role !== 'guest' && !place.isRestricted && !place.isProjectRestricted) ways.push(role)
  const projects = place.isRestricted ? [] : [place.project]
  ways.push(...grants.filter(({ object, id }) => object === 'dataset' && id === 'd').map((grant) => grant.role))
  ways.push(
    ...grants.filter(({ object, id }) => object === 'project' && projects.includes(id)).map((grant) => grant.role),
  )
  return memberRoles.find((each) => ways.includes(each)) ?? null
}

type Case = {
  readonly rows: readonly Row[]
  readonly rules: AccessRules
  readonly role: MemberRole
  readonly seller: string | undefined
}

function aggregated(
  rows: readonly Row[],
  { dimensions = [], measures = [] }: Request,
  show: (name: string, cell: Cell) => Cell,
): string[] {
  const by = dimensions.map(({ column }) => column)
  const groups = new Map<string, { shown: Cell[]; figure: number; rows: number }>()
  for (const row of rows) {
    const key = JSON.stringify(by.map((name) => row[name]))
    const group = groups.get(key) ?? { shown: by.map((name) => show(name, row[name] ?? null)), figure: 0, rows: 0 }
    const column = measures[0]?.column
    groups.set(key, { ...group, rows: group.rows + 1, figure: group.figure + (column ? Number(row[column]) : 1) })
  }
  if (by.length === 0 && groups.size === 0) return [JSON.stringify([measures[0]?.column ? null : 0])]
  return [...groups.values()].map(({ shown, figure }) => JSON.stringify([...shown, figure]))
}

/** What somebody is to be told, from the raw rows: a refusal's code, or the rows of the result. */
function expected({ rows, rules, role, seller }: Case, request: Request): string | string[] {
  const isFree = role === 'owner' || role === 'admin'
  const kept = isFree ? [] : rules.columns.filter((rule) => rule.role === role)
  const isHidden = (name: string) => kept.some((rule) => rule.column === name && rule.visibility === 'hidden')
  const isKept = (name: string) => kept.some((rule) => rule.column === name)
  const shown = [...(request.columns ?? []), ...(request.dimensions ?? []).map(({ column }) => column)]
  const computed = [
    ...(request.measures ?? []).flatMap(({ column }) => column ?? []),
    ...(request.filters ?? []).flatMap((filter) => ('column' in filter ? filter.column : [])),
  ]
  if ([...shown, ...computed].some(isHidden) || computed.some(isKept)) return 'refused'
  const own = isFree ? [] : rules.rows.filter((rule) => rule.role === role)
  const seen = rows
    .filter((row) => own.every(({ conditions }) => conditions.every((each) => passes(row, each, seller))))
    .filter((row) => (request.filters ?? []).every((filter) => passes(row, filter as RowCondition, undefined)))
  const show = (name: string, cell: Cell): Cell =>
    isKept(name) ? maskCell(cell, name === 'Mail' ? 'email' : 'category') : cell
  if (request.columns) return seen.map((row) => JSON.stringify(shown.map((name) => show(name, row[name] ?? null))))
  return aggregated(seen, request, show)
}

/** One random organisation, request and person; the difference from the reference, null if there is none. */
export async function compareRights(random: Random): Promise<string | null> {
  const rows = Array.from({ length: 20 + random.below(20) }, () => rowOf(random))
  const rules = rulesOf(random)
  const place: Place = {
    dataset: 'd',
    project: random.chance(0.7) ? 'p' : null,
    isRestricted: random.chance(0.3),
    isProjectRestricted: random.chance(0.3),
  }
  const standing: Standing = { role: random.pick(memberRoles), grants: grantsOf(random) }
  const role = roleOn(standing, place)
  const told = (what: string) => `${what} ${JSON.stringify({ standing, place, rules })}`
  if (role !== referenceRole(standing, place)) return told(`role ${role}`)
  if (role === null) return null
  const seller = random.chance(0.6) ? random.pick(values.Seller) : undefined
  const attributes: Record<string, string> = seller === undefined ? {} : { seller }
  const principal: Principal = principalOn({ role: standing.role, attributes }, role)
  const request = requestOf(random)
  const model = modelOf(
    [semantic('Region'), semantic('Seller'), semantic('Mail', { kind: 'email' }), amount('Sales'), amount('Pay')],
    { access: rules },
  )
  const table = tableOf(
    ...names.map((name) =>
      columnOf(
        name,
        name === 'Sales' || name === 'Pay' ? 'integer' : 'text',
        rows.map((row) => row[name] ?? null),
      ),
    ),
  )
  const fields = table.columns.map(({ name, type }) => ({ name, type }))
  const asked = prepareQuery(request, { model, fields, now: 0 })
  if (!asked.ok) return told(`invalid: ${asked.error.message}`)
  const secured = secureQuery(asked.value, { own: model, joined: new Map() }, principal)
  const want = expected({ rows, rules, role, seller }, request)
  if (!secured.ok) return want === 'refused' ? null : told(`refused ${secured.error.code}: ${JSON.stringify(request)}`)
  const result = await runSecured(secured.value, (query) => runQuery(query, tableSource([table])))
  if (!result.ok) return told(result.error.message)
  const order = result.value.columns.map(({ name }) => name)
  const got = toRows(result.value).map((row) => JSON.stringify(order.map((name) => row[name] ?? null)))
  const same = Array.isArray(want) && JSON.stringify(got.toSorted()) === JSON.stringify(want.toSorted())
  return same ? null : told(`${JSON.stringify({ request, seller, got: got.slice(0, 6), want: want.slice(0, 6) })}`)
}
