import { basename, extname } from 'node:path'
import { z } from 'zod'
import { askSource } from '#core/ask/ask-source.ts'
import { chartData } from '#core/charts/chart-data.ts'
import { specOf, type ChartSpec } from '#core/charts/chart-spec.ts'
import type { ChartData } from '#core/charts/chart.ts'
import { queryShownBy } from '#core/charts/chosen-chart.ts'
import { chartFor } from '#core/charts/recommend.ts'
import { chartTypeIds, isChartTypeId, knownChartSpec } from '#core/charts/registry.ts'
import { sceneFor } from '#core/charts/scene-for.ts'
import { setSettings } from '#core/charts/set-settings.ts'
import { summaryOf } from '#core/charts/summary.ts'
import { sketchOf } from '#core/charts/svg/svg-of.ts'
import { themeNames } from '#core/charts/svg/themes.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { fail } from '#core/errors.ts'
import { explorationOf } from '#core/explore/query-of.ts'
import { titleOf } from '#core/explore/title.ts'
import { prepareQuery } from '#core/query/prepare-query.ts'
import { readQuery } from '#core/query/validate-query.ts'
import { ok, type Result } from '#core/result.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { listOption, textOption, type Command, type CommandInput } from '../command.ts'
import { loadLocal, type LoadedFile } from '../load-local.ts'
import { output } from '../output.ts'
import { pngOf, svgOf } from '../picture.ts'
import { choiceOptions, choicesFrom } from '../read-choices.ts'

type Found = { readonly data: ChartData; readonly chart: ChartSpec | null; readonly title: string }
type Opened = {
  readonly model: SemanticModel
  readonly source: LoadedFile['source']
  readonly wanted: ChartSpec | null
}

/** What may be written instead of a question. */
const written = z.object({
  query: z.looseObject({}),
  chart: knownChartSpec.optional(),
  title: z.string().max(300).optional(),
})

async function fromSpec(text: string, { model, source, wanted }: Opened): Promise<Result<Found>> {
  let parsed: unknown = null
  try {
    parsed = JSON.parse(text)
  } catch {
    return fail('request/invalid', { reason: 'The spec is no JSON.' })
  }
  const read = written.safeParse(parsed)
  if (!read.success)
    return fail('request/invalid', {
      reason: `A spec is {"query": …, "chart": …}: ${read.error.issues[0]?.message ?? 'it cannot be read'}.`,
    })
  const asked = readQuery({ ...read.data.query, dataset: model.dataset })
  if (!asked.ok) return asked
  const chart = wanted ?? read.data.chart ?? null
  const shown = prepareQuery(queryShownBy(chart, asked.value, model), { model, fields: model.columns, now: Date.now() })
  if (!shown.ok) return shown
  const table = await runQuery(shown.value, source)
  if (!table.ok) return table
  const title = read.data.title ?? titleOf(explorationOf(shown.value), model)
  return ok({ data: chartData(table.value, shown.value, model), chart, title })
}

async function fromQuestion(question: string, { model, source, wanted }: Opened): Promise<Result<Found>> {
  const answer = await askSource(question, { model, source })
  if (answer.status === 'refuse') return fail('request/invalid', { reason: answer.reason })
  if (answer.status === 'clarify') return fail('request/invalid', { reason: answer.question })
  const { query, title } = answer.reading
  const shown = queryShownBy(wanted, query, model)
  const table = shown === query ? ok(answer.table) : await runQuery(shown, source)
  if (!table.ok) return table
  return ok({ data: chartData(table.value, shown, model), chart: wanted ?? answer.chart, title })
}

/** The type named by `--type`, as a spec whose columns are chosen. */
function wantedType(input: CommandInput): Result<ChartSpec | null> {
  const type = textOption(input, 'type')
  if (type === null) return ok(null)
  return isChartTypeId(type)
    ? ok(specOf(type))
    : fail('request/invalid', { reason: `There is no chart type “${type}”. There are: ${chartTypeIds.join(', ')}.` })
}

const look = z.object({
  width: z.coerce.number().int().min(160).max(4000).default(720),
  height: z.coerce.number().int().min(100).max(4000).nullable().default(null),
  theme: z.enum(themeNames).default('light'),
})

function lookOf(input: CommandInput): Result<z.output<typeof look>> {
  const given = Object.entries({
    width: textOption(input, 'width'),
    height: textOption(input, 'height'),
    theme: textOption(input, 'theme'),
  }).filter(([, value]) => value !== null)
  const read = look.safeParse(Object.fromEntries(given))
  if (read.success) return ok(read.data)
  const [issue] = read.error.issues
  return fail('request/invalid', { reason: `--${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.` })
}

async function find(input: CommandInput, wanted: ChartSpec | null): Promise<Result<Found>> {
  const [path = '', asked = ''] = input.positionals
  const choices = choicesFrom(input)
  if (!choices.ok) return choices
  const loaded = await loadLocal(path, choices.value)
  if (!loaded.ok) return loaded
  const { profile, source } = loaded.value
  const model = generateModel({ dataset: 'file', name: basename(path) }, profile)
  return asked.trimStart().startsWith('{')
    ? fromSpec(asked, { model, source, wanted })
    : fromQuestion(asked, { model, source, wanted })
}

async function write(target: string, bytes: Uint8Array | string): Promise<void> {
  const file = output(target)
  await file.write(bytes)
  await file.close()
}

/** Draws the answer to a question about a file. */
export const chart: Command = {
  summary: 'Draw the answer to a question about a file, or a chart spec, as SVG or PNG.',
  parameters: ['file', 'question or spec', 'out.svg|out.png'],
  options: {
    ...choiceOptions,
    type: { type: 'string', value: 'chart type', says: `one of ${chartTypeIds.join(', ')}` },
    set: { type: 'string', value: 'key=value', says: 'a setting of the chart type; may be given again', isList: true },
    title: { type: 'string', value: 'text', says: 'the title; empty for none' },
    width: { type: 'string', value: 'pixels', says: 'how wide it is; 720 by default' },
    height: { type: 'string', value: 'pixels', says: 'how tall it is; by default as tall as the chart needs' },
    theme: { type: 'string', value: themeNames.join('|'), says: 'the colours; light by default' },
  },
  example: 'edgewise chart sales.csv "revenue by month" revenue.svg --theme dark',
  run: async (input) => {
    const target = input.positionals[2] ?? ''
    const kind = extname(target).toLowerCase()
    if (kind !== '.svg' && kind !== '.png')
      return fail('request/invalid', { reason: `${target} must end in .svg or .png.` })
    const [size, wanted] = [lookOf(input), wantedType(input)]
    if (!size.ok) return size
    if (!wanted.ok) return wanted
    const found = await find(input, wanted.value)
    if (!found.ok) return found
    const { data, chart: asked, title } = found.value
    const spec = setSettings(chartFor(asked, data), listOption(input, 'set'))
    if (!spec.ok) return spec
    const scene = sceneFor(spec.value, data)
    const sketch = sketchOf(scene, { ...size.value, title: textOption(input, 'title') ?? title })
    await write(target, kind === '.svg' ? await svgOf(sketch) : await pngOf(sketch))
    input.print(`${target}: ${summaryOf(scene)}`)
    return ok(undefined)
  },
}
