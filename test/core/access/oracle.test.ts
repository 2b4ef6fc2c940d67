import { describe, expect, test } from 'vitest'
import { visibilities } from '#core/semantic/model/access-rules.ts'
import { bitsTold, probes, told } from '../../support/rights-oracle.ts'

describe('a binary search', () => {
  test.each(Object.entries(probes))('by %s finds an open value', async (_, probe) => {
    expect(await told(probe(50), { visibility: null, secret: 60 })).toMatchObject({ isValid: true, wasRead: true })
    expect(await bitsTold(probe, null)).toBeGreaterThan(0)
  })

  test.each(visibilities.flatMap((visibility) => Object.keys(probes).map((name) => [visibility, name] as const)))(
    '[A7 A8] of a %s value by %s is refused before a row is read, and finds no bit',
    async (visibility, name) => {
      const probe = probes[name] ?? (() => ({ dataset: 'd' }))
      expect(await bitsTold(probe, visibility)).toBe(0)
      expect(await told(probe(50), { visibility, secret: 60 })).toMatchObject({ isValid: true, wasRead: false })
    },
  )
})
