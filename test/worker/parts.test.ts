import { expect, test, vi } from 'vitest'
import type { WireDataset } from '#worker/wire/dataset.ts'
import type { WireTable } from '#core/wire/wire-table.ts'
import { sheetsWorkbook } from '../support/sheets-workbook.ts'
import { ready, settled } from './support/upload.ts'
import { guest } from './support/visitor.ts'

vi.setConfig({ testTimeout: 60_000 })

test('another sheet of an uploaded workbook becomes a dataset, which outlives the first', async () => {
  const visitor = await guest()
  const { id, name } = await ready(visitor, { name: 'budget.xlsx', bytes: await sheetsWorkbook() })
  expect(name).toBe('Budget')
  const added = await visitor.post<WireDataset>(`datasets/${id}/parts`, { part: 'Customers' })
  expect(added).toMatchObject({ name: 'Customers (Budget)', choices: { sheet: 'Customers' } })
  expect((await visitor.send('DELETE', `/api/v1/datasets/${id}`)).status).toBe(200)
  expect(await settled(visitor, added.id)).toMatchObject({ status: 'ready', rows: 3, columns: 2 })
  const { rows } = await visitor.get<WireTable>(`datasets/${added.id}/preview`)
  expect(rows[0]).toEqual(['Ada', 'UK'])
})

test('a sheet that the workbook does not have is refused by naming those it has', async () => {
  const visitor = await guest()
  const { id } = await ready(visitor, { name: 'budget.xlsx', bytes: await sheetsWorkbook() })
  const refused = await visitor.refused('POST', `datasets/${id}/parts`, { body: { part: 'Sales' } })
  expect(refused).toMatchObject({ code: 'file/no-sheet', hint: expect.stringContaining('Customers, Orders, Targets') })
})
