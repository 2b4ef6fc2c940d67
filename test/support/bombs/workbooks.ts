import { zipOf } from '../zip-of.ts'
import type { FileKind } from './file-bomb.ts'

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

/** An .xlsx of one sheet, of its XML, its shared texts and its styles. */
function xlsx(rows: string, shared = '', formats = ''): Uint8Array {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', 'sharedStrings.xml')}${relation('r3', 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${shared}</sst>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts><numFmt numFmtId="200" formatCode="${formats}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>`,
  })
}

const named = '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>'
const book = (rows: string, shared?: string, formats?: string) => ({
  name: 'a.xlsx',
  bytes: xlsx(named + rows, shared, formats),
})

/** An .ods of one sheet. */
const ods = (rows: string) => ({
  name: 'a.ods',
  bytes: zipOf({
    mimetype: { bytes: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true },
    'content.xml': `<office:document-content><office:body><office:spreadsheet><table:table table:name="S">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
  }),
})

const odsCell = (repeats: number, content = '1'): string =>
  `<table:table-cell office:value-type="string" table:number-columns-repeated="${repeats}"><text:p>${content}</text:p></table:table-cell>`

const odsRow = (repeats: number, cells: string): string =>
  `<table:table-row table:number-rows-repeated="${repeats}">${cells}</table:table-row>`

/** Sheets whose XML packs to next to nothing; the size is that of their XML. */
export const workbookBombs = {
  'rows and cells that repeat': (random, size) => {
    const [columns, kinds] = [1 + random.below(4096), 1 + random.below(10)]
    const claimed = random.pick([size * 10, size * 50, 4_000_000_000])
    const repeats = Math.max(1, Math.floor(claimed / columns / kinds))
    return ods(odsRow(1, odsCell(1, 'a') + odsCell(1, 'b')) + odsRow(repeats, odsCell(columns)).repeat(kinds))
  },
  'rows beyond every sheet': (random) =>
    ods(
      odsRow(1, odsCell(2, 'a')) + odsRow(random.pick([1e9, 1e15, 2 ** 31]), odsCell(2, '1')) + odsRow(1, odsCell(2)),
    ),
  'many rows of all columns': (random, size) =>
    ods(odsRow(1, odsCell(random.pick([16_384, 4096, 300]))).repeat(Math.min(5000, size / 200))),
  'spaces that are only said': (random, size) =>
    ods(odsRow(1 + random.below(1000), odsCell(1 + random.below(100), '<text:s text:c="1000"/>'.repeat(size / 200)))),
  'paragraphs without end': (_, size) => ods(odsRow(100, odsCell(10, '</text:p><text:p>'.repeat(size / 20)))),
  'cells in far corners': (random, size) =>
    book(
      Array.from({ length: Math.min(2000, Math.floor(size / 60)) }, (_, at) => {
        const row = 2 + at * random.pick([1, 500])
        return `<row r="${row}"><c r="${random.pick(['XFD', 'ZZ', 'FZZ'])}${row}"><v>1</v></c></row>`
      }).join(''),
    ),
  'row numbers beyond every sheet': (random) =>
    book(`<row r="${random.pick([2e6, 1e12, 1e300])}"><c><v>1</v></c></row>`),
  'one long shared text in every cell': (random, size) =>
    book(
      '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'.repeat(size / 60),
      `<si><t>${random.pick(['x', 'ab ', '1']).repeat(random.pick([100, 32_000, size]))}</t></si>`,
    ),
  'shared texts without end': (random, size) =>
    book('<row><c><v>1</v></c></row>', random.pick(['<si/>', '<si><t>a</t></si>']).repeat(size / 5)),
  'rows of one small cell': (_, size) => book('<row><c><v>1</v></c></row>'.repeat(size / 26)),
  'one row without end': (random, size) =>
    book(`<row>${random.pick(['<c r="A2"><v>1</v></c>', '<c><v>1</v></c>']).repeat(size / 20)}</row>`),
  'a tag that never ends': (random, size) =>
    book(`<row ${random.pick(['a="', "b='", 'c=1 ', ' '])}${'x'.repeat(size)}`),
  'a comment that never ends': (random, size) => book(random.pick(['<!--', '<![CDATA[', '<?x ']).repeat(size / 4)),
  'elements in elements': (_, size) => book('<row><x>'.repeat(size / 8)),
  'entities without end': (random, size) =>
    book(
      `<row><c t="str"><v>${random.pick(['&amp;', '&', '&#x41;', '&a', '_x0041_', '_x']).repeat(size / 4)}</v></c><c><v>1</v></c></row>`,
    ),
  'a format without end': (random, size) =>
    book(
      '<row><c s="1"><v>1</v></c></row>'.repeat(100),
      '',
      random.pick([';', '[', '_', '&quot;', '[$', '0', '\\']).repeat(size / 2),
    ),
} as const satisfies Readonly<Record<string, FileKind>>
