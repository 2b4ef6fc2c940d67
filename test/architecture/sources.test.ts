import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, root } from '../support/source-files.ts'

const folders = ['core', 'worker', 'durable-objects', 'web', 'cli', 'scripts', 'test']
const helper = 'test/support/shared.ts'
const outside = ['..', 'shared'].join('/')

test('objects whose keys are names that people chose are read by core/dictionary.ts, which drops none', () => {
  const dropping = ['core', 'worker', 'durable-objects', 'web', 'cli']
    .flatMap((folder) => filesBelow(folder, ['.ts', '.tsx']))
    .filter((path) => /\bz\s*\.(record|partialRecord|looseRecord)\(/.test(readFileSync(join(root, path), 'utf8')))
  expect(dropping).toEqual([])
})

test('only the helper names the folder beside the repository, which a clone lacks', () => {
  const naming = folders
    .flatMap((folder) => filesBelow(folder, ['.ts', '.tsx', '.mjs', '.py', '.sh']))
    .filter((path) => readFileSync(join(root, path), 'utf8').includes(outside))
  expect(naming).toEqual([helper])
})

test('the length of a day and the names of months are written once', () => {
  const writing = ['core', 'worker', 'durable-objects', 'web', 'cli']
    .flatMap((folder) => filesBelow(folder, ['.ts', '.tsx']))
    .filter((path) =>
      /86_400_000|24 \* hour\b|'Jan(uary)?', 'Feb|'January February/.test(readFileSync(join(root, path), 'utf8')),
    )
  expect(writing).toEqual(['core/table/time-units.ts'])
})
