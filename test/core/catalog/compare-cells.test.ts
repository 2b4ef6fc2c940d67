import { describe, expect, test } from 'vitest'
import { compareCells } from '#core/catalog/compare-cells.ts'
import { loadText } from '../../support/load-text.ts'

type Row = Record<string, string | number>

const usual = (rows: number, withKey: boolean): Row[] =>
  Array.from({ length: rows }, (_, row) => ({
    ...(withKey ? { 'Order ID': `A-${1000 + row}` } : {}),
    Region: ['North', 'South', 'East'][row % 3] ?? '',
    Amount: row % 11 === 0 ? '' : 10 + (row % 7),
    Day: new Date(Date.UTC(2024, 0, 1 + (row % 90))).toISOString().slice(0, 10),
  }))

async function version(rows: readonly Row[]) {
  const names = Object.keys(rows[0] ?? {})
  const text = [names.join(','), ...rows.map((row) => names.map((name) => row[name]).join(','))].join('\n')
  return loadText('orders.csv', text)
}

const compared = async (before: readonly Row[], after: readonly Row[]) =>
  compareCells(await version(before), await version(after))

const seed = 20_261
/** Pseudo-random whole numbers below `most`, the same ones in every run. */
function random(most: number, state: { value: number }): number {
  state.value = (Math.imul(state.value, 1_664_525) + 1_013_904_223) >>> 0
  return state.value % most
}

describe('comparing the cells of two versions', () => {
  test('[D6] nothing differs in the same data, whatever its order, where a key tells rows apart', async () => {
    const rows = usual(300, true)
    const same = { status: 'compared', cells: 0, rowsAdded: 0, rowsRemoved: 0, examples: [] }
    expect(await compared(rows, rows.toReversed())).toMatchObject({ ...same, key: 'Order ID' })
    expect(await compared(usual(300, false), usual(300, false))).toMatchObject({ ...same, key: null })
  })

  test(`[D6] as many cells as were changed are found, with and without a key (seed ${seed})`, async () => {
    const state = { value: seed }
    for (let round = 0; round < 12; round++) {
      const [withKey, many] = [round % 2 === 0, 1 + random(40, state)]
      const [before, after] = [usual(300, withKey), usual(300, withKey)]
      const places = new Set<number>()
      while (places.size < many) places.add(random(300, state))
      for (const row of places) Object.assign(after[row] ?? {}, { Amount: 5000 + row })
      const found = await compared(before, after)
      expect(found).toMatchObject({ status: 'compared', cells: many, columns: [{ name: 'Amount', cells: many }] })
      const [first] = found.status === 'compared' ? found.examples : []
      expect(first?.after).toBe(5000 + Math.min(...places))
    }
  })

  test('[D6] rows that came and went are counted, and do not count as changed cells', async () => {
    const rows = usual(200, true)
    expect(await compared(rows.slice(0, 150), rows.slice(20))).toMatchObject({
      cells: 0,
      rowsAdded: 50,
      rowsRemoved: 20,
    })
    expect(await compared(usual(150, false), usual(200, false))).toMatchObject({ cells: 0, rowsAdded: 50 })
  })

  test('[D6] rows that moved and have no key are not called changed', async () => {
    expect(await compared(usual(200, false), usual(200, false).slice(1))).toEqual({ status: 'unmatched' })
  })

  test('[D6] an emptied cell and a filled one differ, with their values', async () => {
    const after = usual(50, true)
    Object.assign(after[1] ?? {}, { Region: '' })
    Object.assign(after[0] ?? {}, { Amount: 3 })
    expect(await compared(usual(50, true), after)).toMatchObject({
      cells: 2,
      examples: [
        { row: 'A-1001', column: 'Region', before: 'South', after: null },
        { row: 'A-1000', column: 'Amount', before: null, after: 3 },
      ],
    })
  })
})
