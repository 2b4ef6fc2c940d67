import { cleanBudget } from '#core/clean/clean-budget.ts'
import type { StepId } from '#core/clean/registry.ts'
import { memoryRows } from '#core/clean/row-source.ts'
import { settleRecipe } from '#core/clean/run-recipe.ts'
import { OverBudget } from '#core/budget.ts'
import { cut, rowsOf } from '../clean-rows.ts'
import type { Random } from '../random.ts'
import type { Bomb, BombKind } from './bomb.ts'

type Step = { readonly step: StepId; readonly settings: { readonly [key: string]: unknown } }

function bomb(label: string, texts: readonly string[], steps: readonly Step[]): Bomb {
  const { fields, rows } = rowsOf({
    a: { type: 'text', values: texts },
    b: { type: 'text', values: texts.map((_, at) => `b${at % 7}`) },
    n: { type: 'decimal', values: texts.map((_, at) => (at % 3 === 0 ? null : at)) },
  })
  return {
    label: `${label} (${texts.length} rows, ${steps.length} steps)`,
    run: async (pause) => {
      const settled = await settleRecipe({ schema: 1, steps }, memoryRows(fields, cut(rows, 20_000)), {
        budget: cleanBudget(pause),
      })
      if (!settled.ok) return settled
      try {
        for await (const _ of settled.value.batches()) continue
        return { ok: true }
      } catch (error) {
        if (error instanceof OverBudget) return { ok: false, error: error.failure }
        throw error
      }
    },
  }
}

const runs = [' ', '\t', '\u200b', '1', '1,', '.', 'a', 'a.', '@', '-', ' a', 'e', "'", '\u00a0'] as const

/** A few texts of about the size together, each of one run between others. */
const longTexts = (random: Random, size: number): string[] =>
  Array.from({ length: 4 }, (_, at) => {
    const run = random.pick(runs).repeat(size / 8)
    return random.pick([`${run}x`, `x${run}`, `a${run}!`, `1${run}a${at}`, run])
  })

const manyTexts = (random: Random, size: number): string[] => {
  const [count, word] = [Math.max(3, Math.floor(size / 200)), random.pick(['street name', 'a b c d e f', 'x', '12 kg'])]
  return Array.from(
    { length: Math.min(60_000, count) },
    (_, at) => `${word} ${at % random.pick([3, 50, 60_000])} ${word.repeat(at % 9)}`,
  )
}

/** Recipes of few words and much work; the size is that of the texts. */
export const cleaningBombs: Readonly<Record<string, BombKind>> = {
  'long texts through every step': (random, size) =>
    bomb('long texts through every step', longTexts(random, size), [
      { step: 'trim', settings: { columns: ['a'], collapse: random.chance(0.5) } },
      { step: 'unify-case', settings: { columns: ['a'], to: random.pick(['frequent', 'lower', 'title', 'sentence']) } },
      { step: 'extract', settings: { column: 'a', what: random.pick(['number', 'words', 'domain']), keep: true } },
      {
        step: 'split-column',
        settings: { column: 'a', delimiter: random.pick([' ', '.', 'a']), parts: 20, keep: true },
      },
      { step: 'mask', settings: { columns: ['a'], how: random.pick(['partly', 'all', 'code']) } },
    ]),
  'spellings of long texts': (random, size) =>
    bomb('spellings of long texts', longTexts(random, size), [
      { step: 'unify-spellings', settings: { column: 'a', method: random.pick(['fingerprint', 'ngram', 'distance']) } },
    ]),
  'spellings of many texts': (random, size) =>
    bomb('spellings of many texts', manyTexts(random, size * 4), [
      { step: 'unify-spellings', settings: { column: 'a', method: random.pick(['fingerprint', 'ngram', 'distance']) } },
    ]),
  'letters that double': (random, size) =>
    bomb(
      'letters that double',
      manyTexts(random, size),
      Array.from({ length: 1 + random.below(100) }, () => ({
        step: 'replace-values',
        settings: { column: 'a', find: ' ', replace: ' '.repeat(random.pick([2, 100, 10_000])), match: 'part' },
      })),
    ),
  'columns merged again and again': (random, size) =>
    bomb(
      'columns merged again and again',
      manyTexts(random, size),
      Array.from({ length: 1 + random.below(60) }, (_, at) => ({
        step: 'merge-columns',
        settings: {
          columns: at === 0 ? ['a', 'b'] : [`m${at - 1}`, at === 1 ? 'a' : `m${at - 2}`],
          name: `m${at}`,
          keep: true,
        },
      })),
    ),
  'columns split again and again': (random, size) =>
    bomb(
      'columns split again and again',
      manyTexts(random, size),
      Array.from({ length: 1 + random.below(100) }, () => ({
        step: 'split-column',
        settings: { column: 'a', delimiter: ' ', parts: 20, keep: true },
      })),
    ),
  'empty cells filled': (random, size) =>
    bomb('empty cells filled', manyTexts(random, size * 2), [
      {
        step: 'fill-missing',
        settings: { column: 'n', method: random.pick(['nearest', 'regression', 'average', 'beside']) },
      },
    ]),
}
