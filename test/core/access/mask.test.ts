import { publicPrincipal } from '#core/access/principal.ts'
import { describe, expect, test } from 'vitest'
import { maskCell } from '#core/access/mask.ts'
import { maskedDocument } from '#core/access/masked-document.ts'
import { sensitiveColumns } from '#core/access/sensitive-columns.ts'
import { loadFile } from '#core/profile/load-file.ts'
import type { Filter } from '#core/query/filter.ts'
import { query } from '#core/query/query.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import { kindIds, kinds, type KindId } from '#core/semantic/kinds/registry.ts'
import type { Cell } from '#core/table/table.ts'
import { fileOf } from '../../support/table-files.ts'

describe('[A1] a masked value', () => {
  test.each<[KindId, Cell, Cell]>([
    ['email', 'jane.doe@example.com', 'j•••@example.com'],
    ['email', 'jo@example.com', '•••@example.com'],
    ['email', 'nonsense', '•••'],
    ['phone', '+44 20 7946 0912', '+•• •• •••• ••12'],
    ['phone', 5551234567, '••••••••67'],
    ['phone', '112', '•••'],
    ['card', '4111 1111 1111 1234', '•••• •••• •••• 1234'],
    ['iban', 'DE89 3704 0044 0532 0130 00', '•••• •••• •••• •••• ••30 00'],
    ['nationalId', '078-05-1120', '•••-••-••20'],
    ['ip', '192.168.10.20', '192.168.•••.•••'],
    ['name', 'Maria  Lopez', 'M••• L•••'],
    ['name', 'Émile', 'É•••'],
    ['birthDate', '1980-02-01', '1980-••-••'],
    ['address', '12 Main Street', '•••'],
    ['email', null, null],
    ['name', '', ''],
  ])('%s: %s', (kind, cell, masked) => {
    expect(maskCell(cell, kind)).toBe(masked)
    expect(maskCell(cell, kind)).toBe(maskCell(cell, kind))
  })

  test('of every sensitive kind gives the value away nowhere', () => {
    const secret = 'Q7-Z9x 8841 Wvut 55'
    const personal = kindIds.filter((kind) => kinds[kind].sensitivity !== 'none')
    expect(personal.length).toBeGreaterThan(8)
    for (const kind of personal) {
      const masked = String(maskCell(secret, kind))
      expect(masked, kind).toContain('•')
      expect(masked.replaceAll(/[• -]/g, '').length, kind).toBeLessThanOrEqual(6)
    }
  })
})

const people = [
  'customer name,contact,born,card number,city,amount',
  ...Array.from({ length: 40 }, (_, row) =>
    [
      `Maria Lopez ${'abcdefgh'[row % 8]}`.replace(/ (\w)$/, (_all, letter: string) => ` ${letter.toUpperCase()}ova`),
      `p${row}@example.com`,
      `19${50 + row}-03-04`,
      '4111 1111 1111 1111',
      `City ${row % 3}`,
      String(row),
    ].join(','),
  ),
].join('\n')

describe('a table of people', () => {
  const load = async () => {
    const loaded = await loadFile(fileOf('people.csv', people), { write: () => {}, progress: () => {} })
    if (!loaded.ok) throw new Error(loaded.error.message)
    return loaded.value.profile
  }

  test('[A2, K8] its inventory tells what of, how sure, and what does harm first', async () => {
    const found = sensitiveColumns(await load())
    expect(found.map(({ name, kind }) => [name, kind])).toEqual([
      ['card number', 'card'],
      ['born', 'birthDate'],
      ['customer name', 'name'],
      ['contact', 'email'],
    ])
    expect(found.find(({ kind }) => kind === 'email')).toMatchObject({ share: 1, rows: 40, sensitivity: 'personal' })
    expect(found.every(({ confidence }) => confidence > 0.5 && confidence <= 1)).toBe(true)
  })

  test('[A3] is named by no filter of a dashboard that leaves the workspace', async () => {
    const model = generateModel({ dataset: 'd', name: 'people.csv' }, await load())
    const contact: Filter = { op: 'in', column: 'contact', values: ['p1@example.com'] }
    const city: Filter = { op: 'contains', column: 'city', text: 'City' }
    const asked = query.parse({
      dataset: 'd',
      measures: [{ aggregate: 'count', filter: { op: 'not', filter: contact } }],
      filters: [{ op: 'or', filters: [city, { op: 'contains', column: 'customer name', text: 'Maria Lopez' }] }],
    })
    const tile = { id: 't', title: 'Rows', place: { x: 0, y: 0, w: 3, h: 2 }, query: asked, chart: null }
    const document = { title: 'People', version: 0, tiles: [tile], filters: [contact, city] }
    const shown = JSON.stringify(maskedDocument(document, [{ model, principal: publicPrincipal }]))
    expect(shown).not.toMatch(/p1@|Maria|Lopez/)
    expect(shown).toContain('"•••@example.com"')
    expect(maskedDocument(document, [{ model, principal: publicPrincipal }]).filters[1]).toEqual(city)
    expect(maskedDocument(document, [])).toBe(document)
  })
})
