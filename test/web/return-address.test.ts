import { expect, test } from 'vitest'
import { returnAddress, signInAddress } from '#web/app/return-address.ts'

const origin = 'https://edgewise.example'
const back = (from: string): string =>
  returnAddress(new URL(signInAddress(from), origin).searchParams.get('next') ?? undefined, origin)

test('signing in leads back to where one was', () => {
  for (const from of ['/data/a1', '/data/a1?tab=rows', '/explore/a1?x=%7B%22rows%22%3A1%7D', '/dashboards/b2?a=1&b=2'])
    expect(back(from)).toBe(from)
})

test('signing in from the start, or from signing in itself, leads to the start', () => {
  for (const from of ['/', '/sign-in', '/sign-in?next=%2Fdata%2Fa1', '/sign-up']) expect(back(from)).toBe('/')
})

test('signing in never leads to another site', () => {
  const others = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
  ]
  for (const next of [...others, '', '\\\\evil.example', undefined]) expect(returnAddress(next, origin)).toBe('/')
})
