import { env } from 'cloudflare:workers'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { configOf } from '#worker/config.ts'
import { addressOf } from '#worker/http/address-of.ts'

const config = configOf(env)
const from = (address: string) => addressOf(new Headers({ 'cf-connecting-ip': address }), config)
const network = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 4, maxLength: 4 })
const written = (groups: readonly number[]) => groups.map((group) => group.toString(16)).join(':')

describe('the address that a request comes from', () => {
  test('is told by the configured header alone', () => {
    const made = new Headers({ 'cf-connecting-ip': '198.51.100.7', 'x-forwarded-for': '203.0.113.9' })
    expect(addressOf(made, config)).toBe('198.51.100.7')
    expect(addressOf(made, { ...config, addressHeader: 'x-forwarded-for' })).toBe('203.0.113.9')
    expect(addressOf(made, { ...config, addressHeader: 'x-real-ip' })).toBeNull()
    expect(addressOf(made, { ...config, addressHeader: null })).toBeNull()
  })

  test('is the last of a list: those before it may be made up', () => {
    fc.assert(fc.property(fc.ipV4(), fc.array(fc.ipV4()), (last, made) => from([...made, last].join(', ')) === last))
  })

  test('is one for all of an IPv6 network, however it is written', () => {
    fc.assert(
      fc.property(network, network, network, (net, one, other) => {
        expect(from(written([...net, ...one]))).toBe(from(written([...net, ...other])))
        const padded = [...net, ...one].map((group) => group.toString(16).padStart(4, '0').toUpperCase())
        expect(from(padded.join(':'))).toBe(from(written([...net, ...one])))
      }),
    )
  })

  test('is another for another network', () => {
    fc.assert(
      fc.property(network, network, network, (net, other, rest) => {
        fc.pre(written(net) !== written(other))
        expect(from(written([...net, ...rest]))).not.toBe(from(written([...other, ...rest])))
      }),
    )
  })

  test.each([
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8:1:2:3::', '2001:db8:1:2::/64'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['192.0.2.7', '192.0.2.7'],
    ['not an address', 'not an address'],
  ])('%s counts as %s', (address, counted) => expect(from(address)).toBe(counted))
})
