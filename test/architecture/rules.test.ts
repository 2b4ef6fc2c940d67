import { describe, expect, test } from 'vitest'
import { rules, unknownTitles } from '../support/rules.ts'

/** Rules that no test begins with yet. Take one away when its test is written; none may be added. */
const untested: Readonly<Record<string, readonly string[]>> = {
  'core/access/disclosure/SPEC.md': ['D7', 'D9'],
  'core/profile/SPEC.md': ['V1'],
}

describe('the rules of every SPEC.md', () => {
  test('are found', () => {
    expect(rules.length).toBeGreaterThan(15)
    expect(rules.flatMap(({ ids }) => ids).length).toBeGreaterThan(350)
  })

  test.each(rules)('$spec: each id is given once', ({ ids }) => {
    expect(ids).toEqual([...new Set(ids)])
  })

  test.each(rules)('$spec: each rule has a test whose title begins with its id', ({ spec, ids, tested }) => {
    expect(ids.filter((id) => !tested.has(id))).toEqual(untested[spec] ?? [])
  })

  test('are the only ones that titles begin with', () => {
    expect([...new Set(unknownTitles)]).toEqual([])
  })
})
