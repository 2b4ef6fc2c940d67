import type { FileKind } from './file-bomb.ts'

const encoder = new TextEncoder()
const text = (name: string, content: string) => ({ name, bytes: encoder.encode(content) })

const times = (count: number, part: (at: number) => string): string =>
  Array.from({ length: Math.max(1, Math.floor(count)) }, (_, at) => part(at)).join('')

/** CSV and JSON whose size is about that of their bytes. */
export const textBombs = {
  'a new key in every line': (_, size) =>
    text(
      'a.jsonl',
      times(size / 18, (at) => `{"key${at}": ${at}}\n`),
    ),
  'a wide record, then empty ones': (random, size) => {
    const wide = Array.from({ length: 1 + random.below(4096) }, (_, at) => `"k${at}":1`).join()
    return text('a.jsonl', `{${wide}}\n${'{}\n'.repeat(size / 3)}`)
  },
  'escapes in one string': (random, size) =>
    text('a.jsonl', `{"a":"${random.pick(['\\n', '\\"', '\\\\', '\\u0041'])}"}\n`.repeat(3) + longString(size)),
  'lists in lists': (random, size) => {
    const depth = random.pick([50, 500, Math.floor(size / 2)])
    return text('a.json', `[{"a":${'['.repeat(depth)}1${']'.repeat(depth)}},{"a":2}]`)
  },
  'objects in objects': (_, size) => {
    const depth = Math.floor(size / 10)
    return text('a.json', `[${'{"abc":'.repeat(depth)}1${'}'.repeat(depth)}]`)
  },
  'long names of names': (random, size) => {
    const name = 'n'.repeat(random.pick([100, 1000, 100_000]))
    return text('a.json', `[{"${name}":{"${name}":{${members(size / 12)}}}},{"a":1}]`)
  },
  'blanks in a list': (_, size) => text('a.json', `[{"a":[1,\n${' '.repeat(size)}2]},{"a":[${' '.repeat(size)}3]}]`),
  'one document on one line': (random, size) =>
    text(
      'a.json',
      `{"meta":{},"rows":[${random.pick(['{"a":1}', '{}', '[]', '1'])}${times(size / 8, () => ',{"a":2}')}]}`,
    ),
  'empty records': (random, size) =>
    text(
      'a.json',
      `[${Array(Math.floor(size / 3))
        .fill(random.pick(['{}', '[]']))
        .join()}]`,
    ),
  'a wide header over short rows': (random, size) => {
    const header = Array.from({ length: 1 + random.below(4096) }, (_, at) => `c${at}`).join()
    return text('a.csv', `${header}\n${'1\n'.repeat(size / 2)}`)
  },
  'three names over single cells': (random, size) =>
    text('a.csv', `a,b,c\n1,2,3\n1,2,3\n1,2,3\n${`${random.pick(['1', 'x', 'a;b', 'a b c'])}\n`.repeat(size / 2)}`),
  'many cells on one line': (random, size) =>
    text('a.csv', `a,b\n1,2\n${random.pick(['1,', ',', '"x",', ' ,'])}`.repeat(1) + ','.repeat(size)),
  'lines of ever other widths': (random, size) =>
    text(
      'a.csv',
      times(Math.sqrt(size), (at) => `${','.repeat(random.below(at + 2))}x\n`),
    ),
  'quotes that never close': (random, size) =>
    text(
      'a.csv',
      `a,b,c\n1,2,3\n${random.pick([' "a,', '"a"b,', '"a\n', ' "', '"",'])}${times(size / 4, () => random.pick([' "a,', ' "a,']))}`,
    ),
  'one long quoted cell': (random, size) =>
    text('a.csv', `a,b\n1,"${random.pick(['x', 'x\n', '""', ', '])}${'y'.repeat(size)}"\n`),
  'every delimiter at once': (random, size) =>
    text(
      'a.csv',
      times(
        size / 12,
        () => `${random.pick(['a', '1', '', '"b"'])},;|\t^~: ${random.pick(['\n', '\r', '\r\n', '#', "'"])}`,
      ),
    ),
  'cells of one character': (random, size) => {
    const run = random
      .pick([' ', '\t', '1', '.', '1,', '-', 'a', ' a', 'a@', '.a', '[', '/', 'é', '\u00a0'])
      .repeat(size / 3)
    return text('a.csv', `a;b\n${run};1\n${run}!;2\n 1${run}x;3\n`)
  },
  'bytes that are no UTF-8': (random, size) => {
    const bytes = encoder.encode(`a,b\n${'x'.repeat(size)}\n1,2\n`)
    for (let hits = 0; hits < 20; hits++) bytes[4 + random.below(bytes.length - 4)] = 0x80 + random.below(0x80)
    return { name: 'a.csv', bytes }
  },
  'lead bytes at every end': (_, size) => {
    const bytes = encoder.encode(`a,b\n${'xy\n'.repeat(size / 3)}`)
    for (let at = (1 << 14) - 1; at < bytes.length; at += 1 << 14) bytes[at] = 0xc2
    return { name: 'a.csv', bytes }
  },
  'footers and titles': (random, size) =>
    text(
      'a.csv',
      times(size / 12, (at) => random.pick([`Total,${at}\n`, '\n', 'a,b\n', `Note ${at}\n`, ',,\n', `${at},${at}\n`])),
    ),
  'the same name in every column': (random, size) =>
    text(
      'a.csv',
      `${Array(Math.min(4000, Math.floor(size / 2)))
        .fill(random.pick(['a', '', 'x y']))
        .join()}\n1\n`,
    ),
  'many texts that are long': (random, size) => {
    const long = random.pick(['word ', 'a-1, ', 'Ж', '<a> ']).repeat(size / 200)
    return text(
      'a.csv',
      `a,b\n${times(100, (at) => `"${at}${long.slice(0, Math.floor(long.length / (1 + random.below(3))))}",${at}\n`)}`,
    )
  },
} as const satisfies Readonly<Record<string, FileKind>>

const longString = (size: number): string => `{"a":"${'\\n'.repeat(size / 2)}"}\n`
const members = (count: number): string =>
  Array.from({ length: Math.max(1, Math.floor(count)) }, (_, at) => `"m${at % 3000}":1`).join()
