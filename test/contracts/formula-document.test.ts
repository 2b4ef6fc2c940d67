import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { functionTables } from '../support/formula-document.ts'
import { root } from '../support/source-files.ts'

const plain = (text: string): string => text.replace(/ +\|/g, ' |').replace(/\| +/g, '| ').replace(/-{3,}/g, '---')

test('the document of formulas lists every function as the registry has it', () => {
  expect(plain(readFileSync(join(root, 'docs/formulas.md'), 'utf8'))).toContain(plain(functionTables()))
})
