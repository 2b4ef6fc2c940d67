import { beforeAll, expect, test, vi } from 'vitest'
import type { WireAnswer } from '#core/wire/answer.ts'
import type { WireDashboard, WireShare } from '#worker/wire/dashboard.ts'
import type { WireDataset } from '#worker/wire/dataset.ts'
import type { WireModelState } from '#worker/wire/model.ts'
import type { WireTable } from '#core/wire/wire-table.ts'
import { orders as lines, ready, textFile } from './support/upload.ts'
import { dataOf, guest, type Visitor } from './support/visitor.ts'

vi.setConfig({ testTimeout: 40_000 })

const managers = textFile(
  'Managers of regions.csv',
  'Region,Manager,Target\nNorth,Ada,10\nSouth,Bob,20\nEast,Eve,30\nWest,Dan,40\n',
)
const name = 'Managers of regions'

let owner: Visitor
let orders: WireDataset
let partner: WireDataset
beforeAll(async () => {
  owner = await guest()
  orders = await ready(owner, lines)
  partner = await ready(owner, managers)
  const document = {
    relationships: [{ name: 'Area', dataset: partner.id, column: 'Region', key: 'Region' }],
    calculations: [{ name: 'Boss', formula: 'upper([Area.Manager])' }],
    measures: [{ name: 'Reach', formula: 'sum([Amount]) / sum([Area.Target])' }],
  }
  await dataOf(await owner.send('PUT', `/api/v1/datasets/${orders.id}/model`, { body: { document, version: 0 } }))
}, 60_000)

const queries = {
  'a joined column': { dimensions: [{ column: 'Area.Manager' }], measures: [{ aggregate: 'count' }] },
  'a calculated column of the model': { dimensions: [{ column: 'Boss' }], measures: [{ aggregate: 'count' }] },
  'a measure of the model': { measures: [{ aggregate: 'formula', formula: '[Reach]' }] },
  'a join of its own': {
    joins: [{ name: 'Area', dataset: '', column: 'Region', key: 'Region' }],
    columns: ['Area.Manager'],
  },
}

const asked = ([, query]: readonly [string, object]) => {
  const joins = 'joins' in query ? [{ ...(query.joins as object[])[0], dataset: partner.id }] : undefined
  return { dataset: orders.id, ...query, ...(joins ? { joins } : {}) }
}

test('a deleted dataset is named to whoever joins to it, and all works again once it is restored', async () => {
  for (const each of Object.entries(queries))
    expect((await owner.post<WireTable>('query', asked(each))).rows, each[0]).not.toEqual([])
  const { id, document } = await owner.post<WireDashboard>('dashboards', { dataset: orders.id })
  const [tile] = document.tiles
  const query = { dataset: orders.id, ...queries['a joined column'] }
  const edits = [{ type: 'add-tile', payload: { tile: { ...tile, id: 'joined', query, chart: null } } }]
  await owner.post(`dashboards/${id}/edits`, { edits, version: document.version })
  const { token } = await owner.post<WireShare>(`dashboards/${id}/shares`)
  await dataOf(await owner.send('DELETE', `/api/v1/datasets/${partner.id}`))

  for (const each of Object.entries(queries)) {
    const refused = await owner.refused('POST', 'query', { body: asked(each) })
    expect(refused, each[0]).toMatchObject({
      status: 404,
      code: 'join/dataset-gone',
      message: `“Area” is looked up in ${name}, which was deleted.`,
    })
    expect(refused.hint).toContain('Restore it under “Recently deleted”')
  }
  for (const question of ['orders by manager', 'reach by region']) {
    const answer = await owner.post<WireAnswer>('ask', { dataset: orders.id, question })
    expect(answer.status, question).toBe('refuse')
    if (answer.status === 'refuse') expect(answer.reason).toContain(`${name}, which the model leads to, was deleted`)
  }
  const state = await owner.get<WireModelState>(`datasets/${orders.id}/model/document`)
  expect(state.deleted).toEqual([{ dataset: partner.id, name }])
  expect(state.problems.map(({ message }) => message)).toContain(`“Area” leads to ${name}, which was deleted.`)
  const stranger = await guest()
  const shown = await stranger.refused('POST', `public/${token}/tiles/joined`)
  expect(`${shown.message} ${shown.hint}`).not.toContain(name)

  await dataOf(await owner.send('POST', `/api/v1/datasets/${partner.id}/restore`))
  for (const each of Object.entries(queries))
    expect((await owner.post<WireTable>('query', asked(each))).rows, each[0]).not.toEqual([])
})

test('one that never was is said to be none, and other workspaces learn no name', async () => {
  const body = asked(['', { ...queries['a join of its own'] }])
  const stranger = await guest()
  const own = await ready(stranger, lines)
  const refused = await stranger.refused('POST', 'query', { body: { ...body, dataset: own.id } })
  expect(refused).toMatchObject({
    code: 'join/dataset-gone',
    message: 'The dataset that “Area” is looked up in is not here.',
  })
})
