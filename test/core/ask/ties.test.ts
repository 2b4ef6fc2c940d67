import { expect, test } from 'vitest'
import type { Answered } from '#core/ask/answer.ts'
import { askSource } from '#core/ask/ask-source.ts'
import { toRows } from '#core/table/table.ts'
import { loadText } from '../../support/load-text.ts'

async function answered(text: string, question: string): Promise<Answered> {
  const { model, source } = await loadText('a.csv', text)
  const answer = await askSource(question, { model, source })
  if (answer.status !== 'answer') throw new Error(answer.status)
  return answer
}

test.each([
  ['which g has the highest v', 'a and b share the highest v: 10.', ['a', 'b']],
  ['top 1 g by v', 'a and b share the highest v: 10.', ['a', 'b']],
  ['which g has the lowest v', 'd has the lowest v: 1.', ['d']],
])('[H6] %s: all who share the first place are shown', async (question, text, shown) => {
  const answer = await answered('g,v\na,10\nb,10\nc,5\nd,1\n', question)
  expect(answer.text).toBe(text)
  expect(toRows(answer.table).map(({ g }) => g)).toEqual(shown)
})

test.each(['total score', 'what is the highest score'])(
  '[H6] %s: a column without values is said to be so',
  async (question) => {
    const { text } = await answered('id,score,note\n1,,\n2,,\n3,,\n', question)
    expect(text).toBe('Score has no values: it is empty in all 3 rows.')
  },
)
