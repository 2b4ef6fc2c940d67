import { gzipSync } from 'node:zlib'
import { zipOf } from '../zip-of.ts'
import type { FileKind } from './file-bomb.ts'

const filled = (size: number, part: string): string => part.repeat(Math.max(1, Math.floor(size / part.length)))

/** Archives that unpack to ten times the size they are told. */
export const archiveBombs = {
  'a gzip of one line': (random, size) => ({
    name: 'a.csv.gz',
    bytes: gzipSync(`a,b\n${filled(size * 10, random.pick(['1,2\n', 'x', ' ', '\n', '"', ',', '0']))}`),
  }),
  'members that are empty': (_, size) => {
    const empty = gzipSync('')
    return {
      name: 'a.csv.gz',
      bytes: Buffer.concat([gzipSync('a,b\n1,2\n'), ...Array<Buffer>(Math.floor(size / 20)).fill(empty)]),
    }
  },
  'zeros after the last member': (_, size) => ({
    name: 'a.csv.gz',
    bytes: Buffer.concat([gzipSync('a,b\n1,2\n'), Buffer.alloc(size)]),
  }),
  'a gzip of new keys': (_, size) => ({
    name: 'a.jsonl.gz',
    bytes: gzipSync(Array.from({ length: Math.floor(size / 18) }, (_, at) => `{"key${at}": ${at}}\n`).join('')),
  }),
  'a zip of many members': (random, size) => ({
    name: 'a.zip',
    bytes: zipOf(
      Object.fromEntries(
        Array.from({ length: Math.min(20_000, Math.floor(size / 100)) }, (_, at) => [
          `${at}.${random.pick(['csv', 'txt', 'json', 'bin'])}`,
          { bytes: 'a,b\n1,2\n', isStored: true },
        ]),
      ),
    ),
  }),
  'a zip of one line': (random, size) => ({
    name: 'a.zip',
    bytes: zipOf({ 'a.csv': `a,b\n${filled(size * 10, random.pick(['1,2\n', 'x', ' ', '"']))}` }),
  }),
  'a zip of a document': (_, size) => ({ name: 'a.zip', bytes: zipOf({ 'a.json': `[${filled(size * 5, '{},')}{}]` }) }),
} as const satisfies Readonly<Record<string, FileKind>>
