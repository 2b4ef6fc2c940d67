import type { Config } from '../config.ts'

/** The eight groups of an IPv6 address; null for other text. */
function groupsOf(address: string): string[] | null {
  const [head = '', tail, more] = address.toLowerCase().split('::')
  if (!address.includes(':') || more !== undefined) return null
  const [before, after] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':'))) as [string[], string[]]
  const missing = 8 - before.length - after.length
  if (tail === undefined ? missing !== 0 : missing < 1) return null
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after]
}

/** A client controls all 2^64 addresses of its IPv6 network, so limits apply to the /64 network. */
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
 * The client address from the header that the platform sets. Null if none is configured, because clients can forge
 * headers. Of a list the last entry counts, which the nearest proxy wrote.
 */
export function addressOf(headers: Headers, { addressHeader }: Config): string | null {
  if (addressHeader === null) return null
  const last = headers.get(addressHeader)?.split(',').at(-1)?.trim() ?? ''
  return last === '' ? null : networkOf(last)
}
