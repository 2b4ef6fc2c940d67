import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { csvPieces } from '#core/clean/csv-pieces.ts'
import { describeLog } from '#core/clean/describe-log.ts'
import { noRecipe, parseRecipe, type Recipe } from '#core/clean/recipe.ts'
import { batchOf, loadRows, versionRows } from '#core/clean/row-source.ts'
import type { RowSource } from '#core/clean/rows.ts'
import { type SettledRecipe, settleRecipe } from '#core/clean/run-recipe.ts'
import { type Suggestion, suggestSteps } from '#core/clean/suggest/suggest-steps.ts'
import { fail } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { createParquetWriter } from '#core/table/parquet-writer.ts'
import { type Command, type CommandInput, textOption } from '../command.ts'
import type { CsvReader } from '#core/format/safe-cell.ts'
import { readerOf, safeOption } from '../csv-reader.ts'
import { loadLocal } from '../load-local.ts'
import { output, type Write } from '../output.ts'

async function readRecipe(path: string | null): Promise<Result<Recipe>> {
  if (path === null) return ok(noRecipe)
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return fail('file/missing', { path })
  try {
    return parseRecipe(JSON.parse(text))
  } catch {
    return fail('clean/invalid-recipe', { reason: `${path} is no JSON` })
  }
}

async function writeCsv({ fields, batches }: SettledRecipe, write: Write, reader: CsvReader): Promise<void> {
  for await (const piece of csvPieces(fields, batches, reader)) await write(piece)
}

async function writeParquet({ fields, batches }: SettledRecipe, write: Write): Promise<void> {
  const writer = createParquetWriter(fields, write)
  for await (const rows of batches()) await writer.append(batchOf(rows, 0).table)
  await writer.finish()
}

function printSuggestions(suggestions: readonly Suggestion[], print: CommandInput['print']): void {
  if (suggestions.length === 0) print('Nothing that would need cleaning was found.')
  for (const [at, { title, reason, touches, examples }] of suggestions.entries()) {
    print(`${at + 1}. ${title} (${touches})`)
    print(`   ${reason}`)
    for (const { column, before, after } of examples)
      print(`   ${column}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`)
  }
  if (suggestions.length === 0) return
  print('')
  print('As a recipe, to be changed and given back by --recipe:')
  print(JSON.stringify({ schema: 1, steps: suggestions.map(({ take }) => take) } satisfies Recipe, null, 2))
}

type Target = { readonly path: string; readonly reader: CsvReader }

async function applyTo(rows: RowSource, recipe: Recipe, { path, reader }: Target): Promise<Result<SettledRecipe>> {
  const settled = await settleRecipe(recipe, rows)
  if (!settled.ok) return settled
  const { write, close } = output(path)
  if (extname(path).toLowerCase() === '.csv') await writeCsv(settled.value, write, reader)
  else await writeParquet(settled.value, write)
  await close()
  return settled
}

/** Cleans any table file by a recipe. */
export const clean: Command = {
  summary: 'Clean a file by a recipe of steps, or say which steps would help; prints what each step did.',
  parameters: ['file', 'out.csv|out.parquet'],
  options: {
    recipe: { type: 'string', value: 'recipe.json', says: 'the steps to take; none: the file is written as it is' },
    suggest: { type: 'boolean', says: 'say which steps would help, as a recipe; nothing is written' },
    safe: safeOption,
  },
  example: 'edgewise clean sales.csv clean.csv --recipe recipe.json',
  run: async (input) => {
    const [path = '', target = ''] = input.positionals
    if (!/\.(csv|parquet)$/i.test(target))
      return fail('request/invalid', { reason: `${target} must end in .csv or .parquet.` })
    const recipe = await readRecipe(textOption(input, 'recipe'))
    if (!recipe.ok) return recipe
    const loaded = await loadLocal(path)
    if (!loaded.ok) return loaded
    const rows = versionRows(loaded.value.source, loaded.value.profile.columns)
    if (input.options['suggest'] === true) {
      printSuggestions(await suggestSteps(rows.fields, await loadRows(rows)), input.print)
      return ok(undefined)
    }
    const settled = await applyTo(rows, recipe.value, { path: target, reader: readerOf(input) })
    if (!settled.ok) return settled
    for (const line of describeLog(settled.value.log())) input.print(line)
    return ok(undefined)
  },
}
