import type { Config } from '../config.ts'

/** An IPv6 address in its eight groups; null for what is none. */
function groupsOf(address: string): string[] | null {
  const [head = '', tail, more] = address.toLowerCase().split('::')
  if (!address.includes(':') || more !== undefined) return null
  const [before, after] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':'))) as [string[], string[]]
  const missing = 8 - before.length - after.length
  if (tail === undefined ? missing !== 0 : missing < 1) return null
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after]
}

/** Who has one IPv6 address has all 2^64 of its network, so the network counts as the address. */
function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const groups = groupsOf(address)
  if (!groups) return address
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

/**
 * Where a request comes from, by the header that the platform sets; null where none is configured, for what a caller
 * writes into a header itself tells nobody apart. Of a list the last counts: the nearest proxy wrote it.
 */
export function addressOf(headers: Headers, { addressHeader }: Config): string | null {
  if (addressHeader === null) return null
  const last = headers.get(addressHeader)?.split(',').at(-1)?.trim() ?? ''
  return last === '' ? null : networkOf(last)
}
