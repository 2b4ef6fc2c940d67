import { describe, expect, test } from 'vitest'
import { hasRight, leastRole } from '#core/access/rights.ts'
import { bestRole, type Grant, type Place, roleOn } from '#core/access/standing.ts'
import { memberRoles } from '#core/access/member-role.ts'

const place: Place = { dataset: 'd', project: 'p', isRestricted: false, isProjectRestricted: false }
const onProject: Grant = { object: 'project', id: 'p', role: 'analyst' }
const onDataset: Grant = { object: 'dataset', id: 'd', role: 'viewer' }

describe('a role on an object', () => {
  test('[A14] is that of the workspace where nothing restricts it, and a guest has none', () => {
    for (const role of memberRoles) expect(roleOn({ role, grants: [] }, place)).toBe(role === 'guest' ? null : role)
  })

  test('[A14] is raised by a grant and lowered by none', () => {
    expect(roleOn({ role: 'viewer', grants: [onProject] }, place)).toBe('analyst')
    expect(roleOn({ role: 'analyst', grants: [onDataset] }, place)).toBe('analyst')
    expect(roleOn({ role: 'guest', grants: [onDataset] }, place)).toBe('viewer')
    expect(roleOn({ role: 'viewer', grants: [onProject] }, { ...place, project: 'other' })).toBe('viewer')
  })

  test('[A15] is on what is restricted only what was granted on it, but for owners and admins', () => {
    const closed = { ...place, isProjectRestricted: true }
    expect(roleOn({ role: 'analyst', grants: [] }, closed)).toBeNull()
    expect(roleOn({ role: 'viewer', grants: [onProject] }, closed)).toBe('analyst')
    expect(roleOn({ role: 'admin', grants: [] }, closed)).toBe('admin')
    const shut = { ...place, isRestricted: true }
    expect(roleOn({ role: 'analyst', grants: [onProject] }, shut)).toBeNull()
    expect(roleOn({ role: 'guest', grants: [onProject, onDataset] }, shut)).toBe('viewer')
  })

  test('[A16] has the rights of the one table, and nothing has those of nobody', () => {
    const edit = { may: 'edit', object: 'dataset' } as const
    expect(memberRoles.filter((role) => hasRight(role, edit))).toEqual(['owner', 'admin', 'analyst'])
    expect(hasRight(null, { may: 'read', object: 'workspace' })).toBe(false)
    expect(leastRole({ may: 'own', object: 'workspace' })).toBe('owner')
    expect(bestRole({ role: 'guest', grants: [onDataset, onProject] })).toBe('analyst')
  })
})
