import { describe, expect, test } from 'vitest'
import { loadFile } from '#core/profile/load-file.ts'
import { featureTypeOf } from '#core/semantic/feature-type.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import { factsOf } from '#core/semantic/kinds/column-facts.ts'
import { kindIds, kinds, type KindId } from '#core/semantic/kinds/registry.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { hasShared, sharedFile, sharedFilesBelow } from '../../support/shared.ts'
import { fileOf } from '../../support/table-files.ts'

async function modelOf(file: ReturnType<typeof fileOf>): Promise<SemanticModel> {
  const loaded = await loadFile(file, { write: () => {}, progress: () => {} })
  if (!loaded.ok) throw new Error(`${file.name}: ${loaded.error.message}`)
  return generateModel({ dataset: 'd', name: file.name }, loaded.value.profile)
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

async function kindOfColumn(name: string, values: readonly string[], rows = 60): Promise<KindId | undefined> {
  const cells = Array.from({ length: rows }, (_, row) => `${quoted(values[row % values.length] ?? '')},x${row}`)
  const { columns } = await modelOf(fileOf('a.csv', [`${quoted(name)},key`, ...cells].join('\n')))
  return columns[0]?.kind
}

const numbered = (count: number, write: (number: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, number) => write(number))

/** For every kind a column that is one, under a name of the sort people give. */
const examples: Readonly<Record<KindId, readonly [name: string, values: readonly string[]]>> = {
  email: ['contact', numbered(60, (row) => `person${row}@example.com`)],
  phone: ['Phone', numbered(60, (row) => `+44 20 7946 0${100 + row}`)],
  ip: ['client', numbered(60, (row) => `10.0.0.${row}`)],
  card: ['payment', ['4111 1111 1111 1111', '5500 0000 0000 0004', '3400 0000 0000 009']],
  iban: ['account', ['DE89 3704 0044 0532 0130 00', 'GB82 WEST 1234 5698 7654 32']],
  nationalId: ['identification', ['078-05-1120', '219-09-9999', '457-55-5462']],
  birthDate: ['Date of birth', ['1980-02-01', '1991-12-24', '1975-07-07']],
  name: ['customer_name', ['Maria Lopez', 'John Smith', 'Anna Schmidt', 'Paul Martin']],
  address: ['street', numbered(60, (row) => `${row + 1} Main Street`)],
  empty: ['notes', ['']],
  constant: ['source', ['web']],
  url: ['homepage', numbered(60, (row) => `https://example.com/${row}`)],
  postalCode: ['ZIP', ['02139', '94107', '10001']],
  country: ['market', ['France', 'Germany', 'Spain', 'Italy']],
  id: ['order_id', numbered(60, (row) => `CA-${1000 + row}`)],
  list: ['tags', ['red, blue, green', 'red, white, black, grey', 'blue, white, red']],
  measured: ['load', ['12 kg', '350 g', '7 kg']],
  prose: [
    'review',
    numbered(60, (row) => `I bought this ${row} times and it was good enough for me and for others too`),
  ],
  code: ['model', ['A-12', 'B-7', 'C-99']],
  category: ['segment', ['Consumer', 'Corporate', 'home office']],
  flag: ['active', ['yes', 'no']],
  moment: ['ordered', ['2024-01-31', '2024-02-28']],
  year: ['founded', ['1998', '2004', '2015']],
  latitude: ['lat', ['52.52', '48.85', '-33.9']],
  longitude: ['lng', ['13.4', '2.35', '151.2']],
  duration: ['elapsed', ['90 min', '2 h', '45 min']],
  percentage: ['uplift', ['12%', '3%', '7%']],
  money: ['revenue', ['12.50', '99.90', '1000']],
  ordinal: ['level', ['1', '2', '3']],
  measure: ['height', ['1.82', '1.65', '1.77']],
}

describe('kinds', () => {
  test.each(kindIds)('[K1] %s', async (kind) => {
    const [name, values] = examples[kind]
    expect(await kindOfColumn(name, values)).toBe(kind)
  })

  test.each<[string, readonly string[], KindId]>([
    ['Market Cap', numbered(60, (row) => String(14_194_700 + row * 102_947)), 'measure'],
    ['number of codes', ['1', '2', '5', '9'], 'measure'],
    ['product name', ['Paris Hilton Perfume', 'Martin Guitar'], 'category'],
    ['director', ['Steven Spielberg', 'George Lucas'], 'category'],
    ['city', ['San Jose', 'Santa Maria', 'Los Angeles'], 'category'],
    ['version', ['1.2.3', '1.10.0', '2.0.1'], 'category'],
    ['email address', ['1 Main Street', '2 Main Street'], 'address'],
    ['period', ['202401', '202402', '202403'], 'year'],
  ])('[K2] %s is no other kind', async (name, values, kind) => {
    expect(await kindOfColumn(name, values)).toBe(kind)
  })

  test('[K3] what tells apart or stands for something never adds', () => {
    const adding = kindIds.filter((kind) => kinds[kind].adds)
    expect(adding).toEqual(['duration', 'money', 'measure'])
  })

  test('[K4] a code written as a number is not summed', async () => {
    const rows = Array.from({ length: 40 }, (_, row) => `${10_000 + row * 7},${row % 5},${row * 3}`)
    const { columns } = await modelOf(fileOf('a.csv', ['store_cd,level,units', ...rows].join('\n')))
    expect(columns.map(({ aggregates }) => aggregates.includes('sum'))).toEqual([false, false, true])
  })
})

test('[K6] a feature type for every kind', async () => {
  for (const kind of kindIds) {
    const [name, values] = examples[kind]
    const loaded = await loadFile(
      fileOf('a.csv', [`${quoted(name)},key`, ...values.map((value, row) => `${quoted(value)},${row}`)].join('\n')),
      { write: () => {}, progress: () => {} },
    )
    if (!loaded.ok) throw new Error(loaded.error.message)
    const [column] = loaded.value.profile.columns
    if (column === undefined) throw new Error('A file has columns.')
    expect(featureTypeOf(factsOf(column, loaded.value.profile.rows))).toMatch(/^[a-z-]+$/)
  }
})

/** Names that nobody would add up, told by a rule of their own. */
const telling =
  /(^|[^a-z])(id|ids|uuid|guid|code|zip|zipcode|zip ?code|postal ?code|phone|year|lat|lon|latitude|longitude|ssn|isbn|sku)$/i
const counts = /count|number of|^num/i

describe.runIf(hasShared())('[K5] over every public table', () => {
  const files = ['1_nlq', '7_insight', '9_data', '4_stats', '6_anomaly'].flatMap((folder) =>
    sharedFilesBelow(folder, '.csv'),
  )
  test('no id and no code is offered as a sum', async () => {
    expect(files.length).toBeGreaterThan(20)
    const summed: string[] = []
    for (const path of files) {
      const file = sharedFile(path)
      if (file.size > 2_000_000) continue
      const loaded = await loadFile(file, { write: () => {}, progress: () => {} })
      if (!loaded.ok) continue
      const { columns } = generateModel({ dataset: 'd', name: path }, loaded.value.profile)
      for (const { name, aggregates } of columns) {
        if (telling.test(name.replace(/([a-z])([A-Z])/g, '$1 $2')) && !counts.test(name) && aggregates.includes('sum'))
          summed.push(`${path}: ${name}`)
      }
    }
    expect(summed).toEqual([])
  }, 60_000)
})
