import { beforeAll, describe, expect, test } from 'vitest'
import type { Tile } from '#core/dashboard/dashboard.ts'
import type { WireDashboard, WirePublicDashboard, WireShare, WireSharing } from '#worker/wire/dashboard.ts'
import type { WirePublicTable } from '#core/wire/wire-table.ts'
import { ready, settled, textFile, upload } from './support/upload.ts'
import { guest, Visitor } from './support/visitor.ts'

const departments = ['Sales', 'Support', 'Research', 'Legal']
const staffRow = (at: number): string =>
  [
    `E-${1000 + at}`,
    `person${at}@example.com`,
    `Ada${at} Lovelace${at}`,
    `19${60 + (at % 40)}-0${1 + (at % 9)}-1${at % 10}`,
    // One person is alone in a department, four are in another.
    at === 7 ? 'Board' : at < 5 ? 'Founders' : departments[at % 4],
    `City ${at % 6}`,
    at === 7 ? 999_000 : 30_000 + ((at * 7919) % 20_000),
    at % 40 === 3 ? 5000 : 0,
  ].join(',')
const staffText = (from: number, to: number): string =>
  [
    'employee_id,email,full_name,birth_date,department,city,salary,bonus',
    ...Array.from({ length: to - from }, (_, at) => staffRow(from + at)),
  ].join('\n')

let visitor: Visitor
let staff: string
let emails: string

beforeAll(async () => {
  visitor = await guest()
  staff = (await ready(visitor, textFile('staff.csv', staffText(0, 600)))).id
  emails = (await ready(visitor, textFile('contacts.csv', staffText(0, 600)))).id
}, 60_000)

const tileOf = (id: string, query: object): Tile =>
  ({
    id,
    title: id,
    place: { x: 0, y: 0, w: 4, h: 4 },
    query: { dataset: staff, ...query },
    chart: null,
  }) as unknown as Tile

/** A dashboard of these tiles and a link to it. */
async function linked(tiles: Readonly<Record<string, object>>, rule: object = {}) {
  const placed = Object.entries(tiles).map(([id, query]) => tileOf(id, query))
  const document = { title: 'Staff', version: 0, tiles: placed, filters: [] }
  const dashboard = await visitor.post<WireDashboard>('dashboards', { dataset: staff, document })
  const { token } = await visitor.post<WireShare>(`dashboards/${dashboard.id}/shares`, rule)
  const tell = (tile: string) => new Visitor().post<WirePublicTable>(`public/${token}/tiles/${tile}`)
  const refusal = async (tile: string) => (await new Visitor().refused('POST', `public/${token}/tiles/${tile}`)).code
  return { dashboard, token, tell, refusal }
}

const count = [{ aggregate: 'count', as: 'rows' }]
const total = [{ aggregate: 'sum', column: 'salary', as: 'total' }]
const joins = [{ name: 'emp', dataset: '', column: 'employee_id', key: 'employee_id' }]

describe('a link to figures about persons', () => {
  test('tells a sensitive or identifying column in no way', async () => {
    const joined = () => joins.map((join) => ({ ...join, dataset: emails }))
    const tiles = {
      email: { dimensions: [{ column: 'email' }], measures: count },
      calculated: {
        dimensions: [{ column: 'x' }],
        measures: count,
        calculations: [{ name: 'x', formula: 'lower([email])' }],
      },
      joined: { dimensions: [{ column: 'emp.email' }], measures: count, joins: joined() },
      joinedName: { dimensions: [{ column: 'emp.full_name' }], measures: count, joins: joined() },
      highest: { measures: [{ aggregate: 'max', column: 'email' }] },
      birthday: { dimensions: [{ column: 'birth_date', grain: 'day' }], measures: count },
      id: { dimensions: [{ column: 'employee_id' }], measures: count },
      filtered: { measures: total, filters: [{ op: 'in', column: 'email', values: ['person7@example.com'] }] },
      first: { measures: [{ aggregate: 'mode', column: 'full_name' }] },
      formula: { measures: [{ aggregate: 'formula', formula: "sum([salary] where [email] = 'person7@example.com')" }] },
    }
    const { refusal } = await linked(tiles, { isOpen: true })
    for (const tile of Object.keys(tiles)) expect(await refusal(tile), tile).toBe('share/tells-apart')
  })

  test('tells how many persons there are', async () => {
    const { tell } = await linked({
      persons: { measures: [{ aggregate: 'distinct', column: 'email', as: 'persons' }] },
    })
    expect((await tell('persons')).rows).toEqual([[600]])
  })

  test('withholds groups of fewer than five, and so many more that no total gives them back', async () => {
    const { tell } = await linked({
      total: { measures: [...count, ...total] },
      departments: { dimensions: [{ column: 'department' }], measures: [...count, ...total] },
    })
    const [[all = 0] = []] = (await tell('total')).rows
    const { rows, withheld } = await tell('departments')
    expect(rows.map(([name]) => name)).not.toContain('Board')
    expect(rows.map(([name]) => name)).not.toContain('Founders')
    expect(withheld).toBeGreaterThanOrEqual(2)
    const told = rows.reduce((sum, [, counted]) => sum + Number(counted), 0)
    expect(Number(all) - told).toBeGreaterThanOrEqual(5)
  })

  test('refuses filters that leave a few, or all but a few, and tops that come to one', async () => {
    const board = { op: 'in', column: 'department', values: ['Board'] }
    const { refusal } = await linked({
      one: { measures: total, filters: [board] },
      allButOne: { measures: total, filters: [{ op: 'not', filter: board }] },
      top: {
        measures: total,
        top: [{ column: 'department', count: 1, by: { aggregate: 'mean', column: 'salary' }, direction: 'descending' }],
      },
      richest: { measures: count, filters: [{ op: 'greater', column: 'salary', value: 900_000 }] },
    })
    for (const tile of ['one', 'allButOne', 'top', 'richest']) expect(await refusal(tile), tile).toBe('share/too-few')
  })

  test('tells nothing of groups of groups, nor of what is above an average', async () => {
    const groups = {
      dimensions: [{ column: 'department' }],
      measures: [{ aggregate: 'max', column: 'salary', as: 'most' }],
    }
    const above = { op: 'against', column: 'salary', is: 'greaterOrEqual', aggregate: 'max', within: ['department'] }
    const { refusal, tell } = await linked({
      nested: { groups, measures: [{ aggregate: 'mean', column: 'most' }] },
      against: { measures: total, filters: [above] },
      plain: { measures: total },
    })
    for (const tile of ['nested', 'against']) expect(await refusal(tile), tile).toBe('share/over-groups')
    expect((await tell('plain')).rows).toHaveLength(1)
  })

  test('withholds figures that few rows make up', async () => {
    const { tell } = await linked({
      bonus: { dimensions: [{ column: 'department' }], measures: [{ aggregate: 'sum', column: 'bonus', as: 'bonus' }] },
    })
    const { rows } = await tell('bonus')
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map(([, bonus]) => bonus)).toEqual(rows.map(() => 0))
  })

  test('tells by one link nothing that another makes a person of', async () => {
    const first = await linked({ all: { measures: [...count, ...total] } })
    expect((await first.tell('all')).rows[0]?.[0]).toBe(600)
    const second = await linked({
      butFour: {
        measures: total,
        filters: [{ op: 'not', filter: { op: 'in', column: 'department', values: ['Founders'] } }],
      },
    })
    expect(await second.refusal('butFour')).toBe('share/too-few')
  })

  test('tells by a new version nothing that the one before makes a person of', async () => {
    const own = await ready(visitor, textFile('crew.csv', staffText(10, 310)))
    const query = { dataset: own.id, measures: [{ aggregate: 'sum', column: 'salary', as: 'total' }] }
    const { tell, refusal } = await linked({ total: query })
    const before = (await tell('total')).rows
    const more = textFile('crew.csv', staffText(10, 311))
    await upload(visitor, { ...more, dataset: own.id })
    await settled(visitor, own.id)
    expect(before).toHaveLength(1)
    await expect.poll(() => refusal('total').catch(() => ''), { timeout: 10_000 }).toBe('share/too-few')
    await upload(visitor, { ...textFile('crew.csv', staffText(10, 340)), dataset: own.id })
    await expect
      .poll(
        () =>
          tell('total')
            .then(({ rows }) => rows.length)
            .catch(() => 0),
        { timeout: 10_000 },
      )
      .toBe(1)
  })

  test('comes with no formula, value, synonym or column that it does not show', async () => {
    const { token } = await linked({
      departments: {
        dimensions: [{ column: 'department' }],
        measures: [
          { aggregate: 'formula', formula: "sum([salary] where [city] = 'City 3')" },
          { aggregate: 'sum', column: 'x', as: 'Pay' },
        ],
        calculations: [{ name: 'x', formula: "if([city] = 'City 4', [salary], 0)" }],
        filters: [{ op: 'in', column: 'city', values: ['City 3', 'City 4', 'City 5'] }],
      },
    })
    const shown = await new Visitor().get<WirePublicDashboard>(`public/${token}`)
    expect(JSON.stringify(shown)).not.toMatch(/City \d|Lovelace|example\.com|email|full_name|birth/)
    const [model] = shown.models
    expect(model?.columns.map(({ name }) => name)).toEqual(['department'])
    expect(model).toMatchObject({
      name: '',
      rows: 0,
      relationships: [],
      measures: [],
      hidden: [],
      access: { rows: [], columns: [] },
    })
  })

  test('says to its owner why small groups are withheld, whatever is chosen', async () => {
    const { dashboard } = await linked({ departments: { dimensions: [{ column: 'department' }], measures: count } })
    const told = await visitor.get<WireSharing>(`dashboards/${dashboard.id}/sharing`)
    expect(told.persons).toMatch(/tells of single persons/)
    expect(told.told).toBe('In “departments” some figures are of a single employee.')
    const { tell } = await linked(
      { departments: { dimensions: [{ column: 'department' }], measures: count } },
      { isOpen: true },
    )
    expect((await tell('departments')).withheld).toBeGreaterThan(0)
  })

  test('decides the same of all who ask at once', async () => {
    const { tell } = await linked({
      cities: { dimensions: [{ column: 'city' }], measures: count },
      both: { dimensions: [{ column: 'city' }, { column: 'department' }], measures: count },
    })
    const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => tell(at % 2 === 0 ? 'cities' : 'both')))
    for (const [at, { rows, withheld }] of answers.entries()) {
      expect({ rows, withheld }).toEqual({ rows: answers[at % 2]?.rows, withheld: answers[at % 2]?.withheld })
    }
  })
})
