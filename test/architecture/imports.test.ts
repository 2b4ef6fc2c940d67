import { describe, expect, test } from 'vitest'
import { circlesIn } from '../support/circles.ts'
import { filesBelow, importsOf, packagesOf, type Import } from '../support/source-files.ts'

/** Who may import whom. `type`: type-only imports. A folder may always import itself. This table is the architecture. */
const may: Record<string, Record<string, 'value' | 'type'>> = {
  core: {},
  'durable-objects': { core: 'value', worker: 'type' },
  worker: { core: 'value', 'durable-objects': 'type' },
  web: { core: 'value', worker: 'type' },
  cli: { core: 'value' },
}

/** The Worker's entry must export the Durable Object classes: the platform's rule, not ours. */
const mayImportObjects = new Set(['worker/index.ts'])

/** The one table of failures is put together of the tables of its parts. */
const gathersFailures = 'core/errors.ts'

/** Inside each, a folder (or a file beside the folders) imports only from those before it, types included. */
const orders: Readonly<Record<string, readonly string[]>> = {
  core: [
    'failures',
    'table',
    'stats',
    'ingest',
    'profile',
    'semantic',
    'format',
    'clean',
    'catalog',
    'query',
    'engine',
    'sql',
    'forecast',
    'charts',
    'ask',
    'insight',
    'dashboard',
    'explore',
    'access',
    'wire',
    'live',
  ],
  worker: [
    'env.ts',
    'config.ts',
    'log.ts',
    'security',
    'db',
    'wire',
    'adapters',
    'mail',
    'service.ts',
    'data',
    'engines',
    'commands',
    'jobs',
    'http',
    'middleware',
    'routes',
    'app.ts',
    'index.ts',
  ],
  web: [
    'kinds.ts',
    'transport.ts',
    'api.ts',
    'people-api.ts',
    'account-api.ts',
    'offline',
    'engine',
    'local',
    'live',
    'ui',
    'scenes',
    'features',
    'app',
    'main.tsx',
  ],
}

/** Places for what comes next. */
const reserved = new Set(['insight'])

/** Libraries that stand behind one door each. */
const doors: Record<string, readonly string[]> = {
  uplot: ['web/scenes/'],
  echarts: ['web/scenes/'],
  hyparquet: ['core/table/'],
  'hyparquet-writer': ['core/table/'],
  'drizzle-orm': ['worker/db/', 'worker/'],
  jose: ['worker/'],
  otpauth: ['worker/security/'],
  uqr: ['web/features/account/'],
  partysocket: ['web/live/'],
  'idb-keyval': ['web/local/'],
  '@noble/hashes': ['web/engine/'],
  '#duckdb': ['core/sql/duck/'],
  '@duckdb/duckdb-wasm': ['web/engine/', 'durable-objects/'],
  '@codemirror/view': ['web/features/sql/'],
  '@resvg/resvg-wasm': ['worker/adapters/', 'cli/'],
  'sql-formatter': ['web/features/sql/'],
}

const [folderOf, partOf] = [0, 1].map((depth) => (path: string) => path.split('/')[depth] ?? '') as [
  (path: string) => string,
  (path: string) => string,
]

function isAllowed({ from, to, typeOnly }: Import): boolean {
  const [source, target] = [folderOf(from), folderOf(to)]
  if (source === target) return followsOrder(from, to)
  if (mayImportObjects.has(from) && target === 'durable-objects') return true
  const permission = may[source]?.[target]
  return permission === 'value' || (permission === 'type' && typeOnly)
}

/** Files of core that stand beside its folders are everybody's. */
const isCommon = (path: string): boolean => folderOf(path) === 'core' && !path.includes('/', 'core/'.length)

function followsOrder(from: string, to: string): boolean {
  const order = orders[folderOf(from)]
  if (order === undefined || isCommon(to)) return true
  if (from === gathersFailures) return partOf(to) === 'failures'
  const [source, target] = [partOf(from), partOf(to)].map((part) => order.indexOf(part)) as [number, number]
  return source !== -1 && target !== -1 && target <= source
}

const files = Object.keys(may).flatMap((folder) => filesBelow(folder, ['.ts', '.tsx']))

describe('imports', () => {
  test.each(Object.entries(orders))('every folder of %s has its place in the order, once', (folder, order) => {
    const parts = new Set(files.filter((path) => folderOf(path) === folder && !isCommon(path)).map(partOf))
    expect([...parts].filter((part) => !order.includes(part))).toEqual([])
    expect(order.filter((part) => !parts.has(part) && !reserved.has(part))).toEqual([])
    expect(new Set(order).size).toBe(order.length)
  })

  test('go in no circle from file to file, types included', () => {
    expect(circlesIn(new Map(files.map((file) => [file, importsOf(file).map(({ to }) => to)])))).toEqual([])
    expect(circlesIn(new Map(Object.entries({ a: ['b'], b: ['c'], c: ['b', 'd'], d: [] })))).toEqual([['b', 'c']])
  })

  test('go only where the architecture allows', () => {
    const broken = files.flatMap(importsOf).filter((one) => !isAllowed(one))
    expect(broken.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  test('a planted violation is caught', () => {
    expect(isAllowed({ from: 'core/table/table.ts', to: 'core/query/query.ts', typeOnly: true })).toBe(false)
    expect(isAllowed({ from: 'web/main.tsx', to: 'worker/app.ts', typeOnly: false })).toBe(false)
    expect(isAllowed({ from: 'worker/db/attempts.ts', to: 'worker/commands/command.ts', typeOnly: true })).toBe(false)
    expect(isAllowed({ from: 'web/ui/menu.tsx', to: 'web/features/ask/view.tsx', typeOnly: true })).toBe(false)
  })

  test('features of the browser do not import each other', () => {
    const broken = files
      .filter((path) => path.startsWith('web/features/'))
      .flatMap(importsOf)
      .filter(({ from, to }) => to.startsWith('web/features/') && from.split('/')[2] !== to.split('/')[2])
    expect(broken.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  test.each(Object.entries(doors))('%s is imported only behind its door', (library, places) => {
    const users = files.filter((path) =>
      packagesOf(path).some((name) => name === library || name.startsWith(`${library}/`)),
    )
    expect(users.filter((path) => !places.some((place) => path.startsWith(place)))).toEqual([])
  })
})
