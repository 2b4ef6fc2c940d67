import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chartTypeIds } from '#core/charts/registry.ts'
import { filesBelow, importsOf, root } from '../support/source-files.ts'

/** Where the ids of chart types may stand: their own folder. Views know scenes and the words of their libraries. */
const own = 'core/charts/'
const views = 'web/scenes/'

/** Ids that are words of their own; they count only where a chart type stands. */
const ordinary: ReadonlySet<string> = new Set([
  'number',
  'table',
  'line',
  'area',
  'step',
  'slope',
  'box',
  'calendar',
  'funnel',
  'gauge',
  'bullet',
  'histogram',
])

/** Every id of a chart type that a text knows. */
const idsIn = (text: string): readonly string[] =>
  chartTypeIds.filter((id) => {
    const quoted = `['"\`]${id}['"\`]`
    const compared = String.raw`(?:[cC]hart\w*|spec|tile|best)\??\.type\s*[!=]==?\s*${quoted}|\b(?:show|chart\w*):\s*${quoted}`
    const made = String.raw`specOf\(\s*${quoted}|chartTypes\[${quoted}|type:\s*${quoted},\s*(?:x|y|channels)\b`
    return new RegExp(ordinary.has(id) ? `${compared}|${made}` : String.raw`(?<![\w-])${quoted}`).test(text)
  })

const sources = ['core', 'worker', 'durable-objects', 'web', 'cli']
  .flatMap((folder) => filesBelow(folder, ['.ts', '.tsx']))
  .filter((path) => !path.startsWith(own) && !path.startsWith(views))

describe('chart types', () => {
  test('are known by their ids in core/charts only', () => {
    const known = sources.flatMap((path) => idsIn(readFileSync(join(root, path), 'utf8')).map((id) => `${path}: ${id}`))
    expect(known).toEqual([])
  })

  test('are unknown to the views, which draw scenes of any kind', () => {
    const knowing = filesBelow(views, ['.ts', '.tsx'])
      .flatMap(importsOf)
      .filter(({ to }) => to === 'core/charts/registry.ts' || to.startsWith('core/charts/types/'))
    expect(knowing).toEqual([])
  })

  test('are imported one by one in the registry only', () => {
    const importing = ['core', 'worker', 'durable-objects', 'web', 'cli']
      .flatMap((folder) => filesBelow(folder, ['.ts', '.tsx']))
      .flatMap(importsOf)
      .filter(({ from, to }) => to.startsWith('core/charts/types/') && !from.startsWith('core/charts/types/'))
    expect([...new Set(importing.map(({ from }) => from))]).toEqual(['core/charts/registry.ts'])
  })

  test.each(["spec.type === 'line'", "{ type: 'number', channels: {} }", 'show: `pie`', "case 'scatter':"])(
    'a planted id is caught: %s',
    (text) => expect(idsIn(text)).toHaveLength(1),
  )

  test.each(["typeof cell === 'number'", "kind: 'table'", "format: 'number'", "'barrier'"])(
    'another word is not: %s',
    (text) => expect(idsIn(text)).toEqual([]),
  )
})
