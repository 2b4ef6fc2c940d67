import { unzipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import type { CleaningLog } from '#core/clean/log.ts'
import type { RecipeStep } from '#core/clean/recipe.ts'
import type { Profile } from '#core/profile/profile.ts'
import type { Cleaning } from '#worker/commands/cleaning/read-cleaning.ts'
import type { WireDataset, WireVersion } from '#worker/wire/dataset.ts'
import type { WireTable } from '#core/wire/wire-table.ts'
import { ready, settled, textFile, upload } from './support/upload.ts'
import { guest, type Visitor } from './support/visitor.ts'

const lines = ['Order,City,Amount,Weight']
for (let order = 0; order < 300; order++) {
  const city = ['Paris', 'PARIS', ' Lyon ', 'Lyon'][order % 4]
  lines.push(`${order},${city},${order % 10 === 0 ? '' : order % 7},${order} kg`)
}
lines.push(lines[1] ?? '', lines[2] ?? '')
const messy = textFile('orders.csv', lines.join('\n'))
const later = textFile('orders.csv', 'Order,City,Amount\n1, Nice ,\n2,NICE,4\n3,Nice,6\n4,Nice,8')

const steps: readonly RecipeStep[] = [
  { step: 'trim', settings: { columns: ['City'] } },
  { step: 'unify-case', settings: { columns: ['City'] } },
  { step: 'remove-duplicates', settings: {} },
  { step: 'fill-missing', settings: { column: 'Amount', method: 'median' } },
  { step: 'extract', settings: { column: 'Weight' } },
]
const recipe = { schema: 1, steps }

/** The dataset once its next version is there, or has failed. */
async function afterwards(visitor: Visitor, id: string, number: number): Promise<WireDataset> {
  return vi.waitFor(
    async () => {
      const dataset = await visitor.get<WireDataset>(`datasets/${id}`)
      expect(dataset.next?.status === 'failed' || dataset.version.number === number).toBe(true)
      return dataset
    },
    { timeout: 20_000, interval: 50 },
  )
}

async function cleaned(visitor: Visitor, id: string, body: object = { recipe }): Promise<WireDataset> {
  const begun = await visitor.post<WireDataset>(`datasets/${id}/cleaning`, body)
  return afterwards(visitor, id, begun.next?.number ?? 0)
}

describe('a recipe', { timeout: 30_000 }, () => {
  test('[C1] makes a new version, tells what it did, and can be taken back', async () => {
    const visitor = await guest()
    const { id } = await ready(visitor, messy)
    const after = await cleaned(visitor, id)
    expect(after).toMatchObject({ status: 'ready', rows: 300, version: { number: 2 }, next: null })
    const { log, basedOn, keeps } = await visitor.get<Cleaning>(`datasets/${id}/cleaning`)
    expect(log?.steps.map(({ says }) => says)).toEqual([
      'Trim spaces in 75 cells of “City”',
      'Unify the case of 76 cells in “City”',
      'Remove 2 duplicate rows',
      'Fill 30 empty cells of “Amount” with the median, 3',
      'Take the number out of “Weight”',
    ])
    expect(log?.before).toEqual({ rows: 302, columns: 4, empty: 31, odd: 0 })
    expect(log?.after).toEqual({ rows: 300, columns: 4, empty: 0, odd: 0 })
    expect(keeps).toBe(false)
    const profile = await visitor.get<Profile>(`datasets/${id}/profile`)
    expect(profile.columns.map(({ type, nulls }) => [type, nulls])).toEqual([
      ['integer', 0],
      ['text', 0],
      ['integer', 0],
      ['integer', 0],
    ])
    const asked = { dataset: id, dimensions: [{ column: 'City' }], measures: [{ aggregate: 'count' }] }
    expect((await visitor.post<WireTable>('query', asked)).rows).toHaveLength(2)
    const versions = await visitor.get<WireVersion[]>(`datasets/${id}/versions`)
    expect(versions.map(({ origin }) => origin)).toEqual(['recipe', 'upload'])
    const back = await visitor.post<WireDataset>(`versions/${basedOn?.id}/restore`)
    expect(back).toMatchObject({ rows: 302, version: { number: 1 } })
  })

  test('[C2] that is kept cleans the next upload; what no longer fits is told and passed over', async () => {
    const visitor = await guest()
    const { id } = await ready(visitor, messy)
    await cleaned(visitor, id, { recipe, keeps: true })
    await upload(visitor, { ...later, dataset: id })
    const after = await afterwards(visitor, id, 4)
    expect(after).toMatchObject({ rows: 4, version: { number: 4 }, next: null })
    const { log, keeps } = await visitor.get<Cleaning>(`datasets/${id}/cleaning`)
    expect(keeps).toBe(true)
    expect(log?.steps.map(({ problem }) => problem !== null)).toEqual([false, false, false, false, true])
    expect(log?.steps.at(-1)?.problem?.message).toBe('There is no column “Weight” at this step.')
    expect(log?.after.empty).toBe(0)
    await visitor.send('PATCH', `/api/v1/datasets/${id}/cleaning`, { body: { keeps: false } })
    await upload(visitor, { ...later, dataset: id })
    expect(await afterwards(visitor, id, 5)).toMatchObject({ version: { number: 5 }, next: null })
    expect((await visitor.get<Cleaning>(`datasets/${id}/cleaning`)).log).toBeNull()
  })

  test('[C3] on top of another is kept as both', async () => {
    const visitor = await guest()
    const { id } = await ready(visitor, messy)
    await cleaned(visitor, id)
    const more = { schema: 1, steps: [{ step: 'clean-names', settings: {} }] }
    await cleaned(visitor, id, { recipe: more, keeps: true })
    await upload(visitor, { ...messy, dataset: id })
    expect(await afterwards(visitor, id, 5)).toMatchObject({ rows: 300 })
    const { log } = await visitor.get<Cleaning>(`datasets/${id}/cleaning`)
    expect(log?.steps.map(({ step }) => step)).toEqual([...steps.map(({ step }) => step), 'clean-names'])
  })

  test('[C4] that fits nowhere, or leaves nothing, leaves the dataset as it was and says so', async () => {
    const visitor = await guest()
    const { id } = await ready(visitor, messy)
    const nowhere = { schema: 1, steps: [{ step: 'trim', settings: { columns: ['Gone'] } }] }
    const after = await cleaned(visitor, id, { recipe: nowhere })
    expect(after).toMatchObject({ rows: 302, next: { failure: { code: 'clean/changes-nothing' } } })
    const all = { schema: 1, steps: [{ step: 'remove-rows', settings: { column: 'Order', is: 'filled' } }] }
    expect(await cleaned(visitor, id, { recipe: all })).toMatchObject({
      rows: 302,
      next: { failure: { code: 'clean/no-rows-left' } },
    })
    const empty = await visitor.refused('POST', `datasets/${id}/cleaning`, {
      body: { recipe: { schema: 1, steps: [] } },
    })
    expect(empty).toMatchObject({ status: 400, code: 'request/invalid' })
    const unknown = { schema: 1, steps: [{ step: 'wash', settings: {} }] }
    expect(await visitor.refused('POST', `datasets/${id}/cleaning`, { body: { recipe: unknown } })).toMatchObject({
      status: 400,
    })
  })
})

describe('a download', { timeout: 30_000 }, () => {
  test('[C5] is the data as CSV, odd cells with their text', async () => {
    const visitor = await guest()
    const rows = Array.from({ length: 300 }, (_, row) => `${row},${row === 7 ? 'seven' : row},"a, b"`)
    const { id } = await ready(visitor, textFile('things.csv', ['id,n,text', ...rows].join('\n')))
    const response = await visitor.send('GET', `/api/v1/datasets/${id}/download/csv`)
    expect(response.headers.get('content-disposition')).toContain('filename="Things.csv"')
    expect((await response.text()).trimEnd().split('\n')).toEqual(['id,n,text', ...rows])
  })

  test('as CSV runs nothing in a spreadsheet, and is exact for a program', async () => {
    const visitor = await guest()
    const lines = ['@name,amount', '=1+1,-5', "-2+cmd|' /C calc'!A0,-6", 'Ada,-7']
    const { id } = await ready(visitor, textFile('formulas.csv', `${lines.join('\n')}\n`))
    const text = async (query: string): Promise<string> =>
      (await visitor.send('GET', `/api/v1/datasets/${id}/download/csv${query}`)).text()
    expect(await text('')).toBe("'@name,amount\n'=1+1,-5\n'-2+cmd|' /C calc'!A0,-6\nAda,-7\n")
    expect(await text('?reader=spreadsheet')).toBe(await text(''))
    expect(await text('?reader=program')).toBe(`${lines.join('\n')}\n`)
    expect((await visitor.refused('GET', `datasets/${id}/download/csv?reader=nobody`)).status).toBe(400)
  })

  test('[C6] as a zip has the data, the report and the log', async () => {
    const visitor = await guest()
    const { id } = await ready(visitor, messy)
    await cleaned(visitor, id)
    const response = await visitor.send('GET', `/api/v1/datasets/${id}/download/zip`)
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    expect(Object.keys(files).sort()).toEqual(['data.csv', 'log.json', 'log.txt', 'report.html'])
    const text = (name: string): string => new TextDecoder().decode(files[name])
    expect(text('data.csv').split('\n')).toHaveLength(302)
    expect(text('report.html')).toContain('Remove 2 duplicate rows')
    expect((JSON.parse(text('log.json')) as CleaningLog).steps).toHaveLength(5)
  })

  test('of a dataset that is not ready says so', async () => {
    const visitor = await guest()
    const { id } = await settled(visitor, (await upload(visitor, textFile('none.csv', 'a,b\n'))).id)
    expect(await visitor.refused('GET', `datasets/${id}/download/csv`)).toMatchObject({ code: 'dataset/failed' })
  })
})
