import { expect, test } from 'vitest'
import { check } from '#core/semantic/formula/check/check.ts'
import { complete } from '#core/semantic/formula/complete.ts'
import { parse } from '#core/semantic/formula/parse.ts'
import { print } from '#core/semantic/formula/print.ts'
import { exampleScope } from '../../../support/formula-scope.ts'
import { type Random, seededRandom } from '../../../support/random.ts'

const seed = Number(process.env['EDGEWISE_SEED'] ?? 20_261_125)
const rounds = Number(process.env['EDGEWISE_FUZZ'] ?? 2000)

const pieces =
  "[Price]|[Quantity]|[Product]|[Ordered]|[Sent]|[Took]|[Paid]|[Revenue]|[Left]|[Total revenue]|sum(|count(|if(|case |when |then |else |end|and |or |not |in (|between |is null|null|true|1|2.5|'a'|'2024-03'|'|\"|[|]|(|)|,|+|-|*|/|^|&|=|<>|<|where |round(|date_add('day',|date_trunc('month',|left(|coalesce(|é|😀| |\n|--|/*|“|month".split(
    '|',
  )

function randomText(random: Random): string {
  const parts = Array.from({ length: random.below(14) }, () => random.pick(pieces))
  const text = parts.join(random.chance(0.5) ? ' ' : '')
  if (!random.chance(0.3) || text === '') return text
  const at = random.below(text.length)
  return text.slice(0, at) + random.pick(pieces) + text.slice(at + random.below(3))
}

test(`[F1] whatever is written is read or refused, at a place within the text (seed ${seed})`, () => {
  const random = seededRandom(seed)
  const wrong: string[] = []
  let formulas = 0
  for (let round = 0; round < rounds; round++) {
    const text = randomText(random)
    const checked = check(text, exampleScope)
    if (checked.ok) formulas++
    else if (!isWithin(checked.error, text) || checked.error.message === '' || checked.error.hint === '')
      wrong.push(text)
    const parsed = parse(text)
    const again = parsed.ok ? parse(print(parsed.value)) : null
    if (parsed.ok && !(again?.ok && print(again.value) === print(parsed.value))) wrong.push(text)
    if (!isWithin(complete(text, random.below(text.length + 3) - 1, exampleScope), text)) wrong.push(text)
  }
  expect(wrong).toEqual([])
  expect(formulas).toBeGreaterThan(rounds / 100)
})

const isWithin = ({ from, to }: { readonly from: number; readonly to: number }, text: string): boolean =>
  0 <= from && from <= to && to <= text.length
