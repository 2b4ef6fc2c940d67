import { expect, test } from 'vitest'
import { compareText } from '#core/table/compare-text.ts'
import { seededRandom } from '../../support/random.ts'

const seed = 42

test(`texts are ordered as their UTF-8 bytes are (seed ${seed})`, () => {
  const random = seededRandom(seed)
  const points = [0x20, 0x41, 0x61, 0xe9, 0xd7ff, 0xe000, 0xff01, 0x10000, 0x1f600, 0x10ffff]
  const text = (): string => String.fromCodePoint(...Array.from({ length: random.below(4) }, () => random.pick(points)))
  for (let round = 0; round < 2000; round++) {
    const [a, b] = [text(), text()]
    expect(Math.sign(compareText(a, b)), JSON.stringify([a, b])).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
  }
})
