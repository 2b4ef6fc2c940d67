import { expect, test } from 'vitest'
import { textsFromDifference } from '#web/ui/text-difference.ts'

const long = 'The quick brown fox jumps over the lazy dog near the river'

test('short texts are shown whole, with the spaces at their ends', () => {
  expect(textsFromDifference(' Paris', 'Paris')).toEqual(['␣Paris', 'Paris'])
})

test('long texts begin shortly before they differ, wherever that is', () => {
  for (let at = 0; at < long.length; at++) {
    const other = `${long.slice(0, at)}#${long.slice(at + 1)}`
    const [before, after] = textsFromDifference(long, other)
    expect(after.indexOf('#')).toBeLessThanOrEqual(17)
    expect(before).not.toBe(after)
  }
})

test('an end that was cut is seen', () => {
  const [before, after] = textsFromDifference(`${long}  `, long)
  expect(before).toBe('…g near the river␣␣')
  expect(after).toBe('…g near the river')
})
