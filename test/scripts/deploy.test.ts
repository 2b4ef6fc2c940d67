import { describe, expect, test } from 'vitest'
import { readConfig, withDatabaseId } from '../../scripts/deploy/production-config.ts'
import { resourcesOf } from '../../scripts/deploy/resources.ts'

const config = readConfig()

describe('a deployment', () => {
  test('finds or creates every resource that production binds, the dead-letter queue included', () => {
    const titles = resourcesOf(config.env.production).map(({ title }) => title.split(' ')[0])
    expect(new Set(titles)).toEqual(new Set(['D1', 'R2', 'Queue', 'Vectorize']))
    const { consumers } = config.env.production.queues
    const queues = resourcesOf(config.env.production).filter(({ title }) => title.startsWith('Queue'))
    for (const { dead_letter_queue: dead } of consumers) {
      if (dead) expect(queues.map(({ title }) => title)).toContain(`Queue ${dead}`)
    }
  })

  test('never asks for the same resource twice', () => {
    const creates = resourcesOf(config.env.production).map(({ create }) => create.join(' '))
    expect(new Set(creates).size).toBe(creates.length)
  })

  test('writes the id of the account’s database into production alone', () => {
    const { env, ...local } = withDatabaseId(config, 'the-id')
    expect(env.production.d1_databases.map((database) => database['database_id'])).toEqual(['the-id'])
    expect(JSON.stringify(local)).not.toContain('the-id')
  })
})
