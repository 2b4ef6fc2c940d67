import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { productionOf, readProduction, withDatabaseId } from '../../scripts/deploy/production-config.ts'
import { resourcesOf } from '../../scripts/deploy/resources.ts'
import { workers } from '../../scripts/workers.ts'
import { root } from '../support/source-files.ts'

const [main, sql] = workers
const config = readProduction(main.config)

/** Names of bindings and variables, wherever a configuration lists them. */
function namesIn(value: unknown, key = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => namesIn(item, key))
  if (typeof value !== 'object' || value === null) return /^(?:binding|name|required)$/.test(key) ? [String(value)] : []
  return Object.entries(value).flatMap(([inner, item]) =>
    inner === 'vars' ? Object.keys(item as object) : namesIn(item, inner),
  )
}

describe('a deployment', () => {
  test('finds or creates every resource that production binds, the dead-letter queue included', () => {
    const titles = resourcesOf(config).map(({ title }) => title.split(' ')[0])
    expect(new Set(titles)).toEqual(new Set(['D1', 'R2', 'Queue', 'Vectorize']))
    const { consumers } = config.queues
    const queues = resourcesOf(config).filter(({ title }) => title.startsWith('Queue'))
    for (const { dead_letter_queue: dead } of consumers) {
      if (dead) expect(queues.map(({ title }) => title)).toContain(`Queue ${dead}`)
    }
  })

  test('never asks for the same resource twice', () => {
    const creates = resourcesOf(config).map(({ create }) => create.join(' '))
    expect(new Set(creates).size).toBe(creates.length)
  })

  test('gets what it shares with this machine, with what production has instead', () => {
    const { vars, ratelimits, queues, env } = config
    expect(env).toBeUndefined()
    expect(vars).toMatchObject({ ENVIRONMENT: 'production', MAX_UPLOAD_MB: '100' })
    expect(ratelimits).toContainEqual({
      name: 'RATE_WRITE_PERSON',
      namespace_id: '1005',
      simple: { limit: 120, period: 60 },
    })
    expect(ratelimits).toContainEqual({
      name: 'RATE_SIGN_IN_ADDRESS',
      namespace_id: '1007',
      simple: { limit: 60, period: 60 },
    })
    expect(ratelimits).toHaveLength(5)
    expect(queues.consumers).toHaveLength(2)
  })

  test('gives both Workers one date of the platform and one bucket', () => {
    const [first, second] = [productionOf(main.config), productionOf(sql.config)]
    for (const key of ['compatibility_date', 'r2_buckets', 'observability']) expect(second[key]).toEqual(first[key])
  })

  test('writes the id of the account’s database', () => {
    const [database] = withDatabaseId(config, 'the-id').d1_databases
    expect(database).toMatchObject({ binding: 'DB', database_name: 'edgewise', database_id: 'the-id' })
  })

  test('binds what worker/env.ts names, no more and no less', () => {
    const declared = readFileSync(join(root, 'worker/env.ts'), 'utf8')
    const fields = [...declared.matchAll(/readonly (\w+)\??:/g)].map(([, name = '']) => name)
    const bound = namesIn(productionOf(main.config)).filter((name) => /^[A-Z_]+$/.test(name))
    // The local server binds the first; an operator who wants mail binds the others.
    const unbound = new Set(['SQL_PROCESS', 'EMAIL', 'MAIL_HTTP_KEY'])
    expect(fields.filter((name) => !unbound.has(name)).sort()).toEqual(bound.sort())
  })
})
