import { type CellValue, type WriteOptions } from 'hucre'
import type { Random } from '../random.ts'

type Kind = {
  readonly name: string
  readonly format: string | null
  readonly type: string
  /** A cell: what the workbook holds, what a reader must make of it, and what Excel in English shows. */
  readonly make: (random: Random) => { readonly held: CellValue; readonly read: unknown; readonly shown: string }
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const inThrees = new Intl.NumberFormat('en-US')

function dayOf({ below }: Random): { readonly held: Date; readonly iso: string } {
  const held = new Date(Date.UTC(1961 + below(80), below(12), 1 + below(28)))
  return { held, iso: held.toISOString().slice(0, 10) }
}

const number = (held: number, shown: string) => ({ held, read: held, shown })

/** Columns as people format them. Amounts are whole quarters and shares whole thousandths, so that nothing is rounded. */
const kinds: readonly Kind[] = [
  {
    name: 'City',
    format: null,
    type: 'text',
    make: ({ pick }) => {
      const city = pick(['Rome', 'São Paulo', 'Bath, north', '東京'])
      return { held: city, read: city, shown: city }
    },
  },
  {
    name: 'Booked',
    format: 'yyyy-mm-dd',
    type: 'date',
    make: (random) => {
      const { held, iso } = dayOf(random)
      return { held, read: iso, shown: iso }
    },
  },
  {
    name: 'Paid',
    format: 'd mmm yyyy',
    type: 'date',
    make: (random) => {
      const { held, iso } = dayOf(random)
      return { held, read: iso, shown: `${held.getUTCDate()} ${months[held.getUTCMonth()]} ${held.getUTCFullYear()}` }
    },
  },
  {
    name: 'Guests',
    format: '#,##0',
    type: 'integer',
    make: ({ below }) => {
      const guests = below(90_000)
      return number(guests, inThrees.format(guests))
    },
  },
  {
    name: 'Price',
    format: '0.00',
    type: 'decimal',
    make: ({ below }) => {
      const quarters = 4 * below(400) + 1
      return number(quarters / 4, (quarters / 4).toFixed(2))
    },
  },
  {
    name: 'Growth',
    format: '0.0%',
    type: 'decimal',
    make: ({ below }) => {
      const thousandths = 10 * below(90) + 5
      return { held: thousandths / 1000, read: thousandths / 10, shown: `${(thousandths / 10).toFixed(1)}%` }
    },
  },
  {
    name: 'Room',
    format: '00000',
    type: 'text',
    make: ({ below }) => {
      const room = below(9_999)
      const code = String(room).padStart(5, '0')
      return { held: room, read: code, shown: code }
    },
  },
]

/** A workbook, what its table must be read to, and what each of its cells shows. */
export type OwnWorkbook = {
  readonly book: WriteOptions
  readonly types: Readonly<Record<string, string>>
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly shown: readonly (readonly string[])[]
}

export type WorkbookLook = {
  readonly dateSystem: '1900' | '1904'
  readonly hasTitle: boolean
  /** A row above the names, each of its cells merged over two columns. */
  readonly hasGroups: boolean
  readonly hasTotals: boolean
}

/** A sheet of bookings as a person dresses it. */
export function ownWorkbook(random: Random, look: WorkbookLook): OwnWorkbook {
  const width = kinds.length
  const names = kinds.map(({ name }) => name)
  const body = Array.from({ length: 12 + random.below(30) }, () => kinds.map(({ make }) => make(random)))
  const blank = Array.from({ length: width - 1 }, () => null)
  const above: CellValue[][] = [
    ...(look.hasTitle ? [['Bookings of the year', ...blank]] : []),
    ...(look.hasGroups ? [names.map((_, at) => (at % 2 === 0 ? `Group ${at / 2}` : null))] : []),
  ]
  const totals: CellValue[][] = look.hasTotals ? [['Total', null, null, body.length, ...blank.slice(3)]] : []
  const rows = [...above, names, ...body.map((cells) => cells.map(({ held }) => held)), ...totals]
  const start = above.length + 1
  const formatted = body.flatMap((cells, row) =>
    cells.flatMap((_, column) => {
      const numFmt = kinds[column]?.format
      return numFmt ? [[`${start + row},${column}`, { style: { numFmt } }] as const] : []
    }),
  )
  const groupRow = above.length - 1
  const merges = look.hasGroups
    ? [0, 2, 4].map((startCol) => ({ startRow: groupRow, endRow: groupRow, startCol, endCol: startCol + 1 }))
    : []
  const asText = (cells: readonly CellValue[]): string[] => cells.map((cell) => String(cell ?? ''))
  return {
    book: {
      dateSystem: look.dateSystem,
      sheets: [{ name: 'Bookings', rows, cells: new Map(formatted), merges, columns: names.map(() => ({})) }],
    },
    types: Object.fromEntries(kinds.map(({ name, type }) => [name, type])),
    rows: body.map((cells) => Object.fromEntries(cells.map(({ read }, at) => [names[at] ?? '', read]))),
    shown: [
      ...above.map(asText),
      [...names],
      ...body.map((cells) => cells.map(({ shown }) => shown)),
      ...totals.map(asText),
    ],
  }
}
