import { describe, expect, test } from 'vitest'
import { encodings, type EncodingId } from '#core/ingest/encoding/registry.ts'
import { fileOf, readTable } from '../../support/table-files.ts'

/** Every character that a decoder makes of one or two bytes, and those bytes: the way back. */
function encoderOf(label: string): (text: string) => Uint8Array {
  const bytesOf = new Map<string, readonly number[]>()
  const decoder = new TextDecoder(label)
  const learn = (...bytes: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes))
    if ([...text].length === 1 && text !== '\uFFFD' && !bytesOf.has(text)) bytesOf.set(text, bytes)
  }
  for (let first = 0; first < 256; first++) learn(first)
  for (let first = 0x81; first < 0xff; first++) for (let second = 0x40; second < 0xff; second++) learn(first, second)
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((letter) => {
        const bytes = bytesOf.get(letter)
        if (bytes === undefined) throw new Error(`${label} has no ${letter}`)
        return bytes
      }),
    )
}

const texts: readonly (readonly [EncodingId, string, string])[] = [
  ['shift_jis', 'names without kana', '名前,都市,金額\n山田太郎,東京,1200\n佐藤花子,大阪,900\n'],
  ['shift_jis', 'kana', '商品,数\nりんご,3\nバナナ,5\nノート,7\n'],
  ['euc-jp', 'names without kana', '名前,都市,金額\n山田太郎,東京,1200\n佐藤花子,大阪,900\n'],
  ['euc-jp', 'sentences', '番号,メモ\n1,明日また来ます\n2,ありがとうございました\n'],
  ['gb18030', 'names', '姓名,城市,金额\n张三,北京,1200\n李四,上海,900\n王小明,广州,300\n'],
  ['gb18030', 'goods', '编号,商品名称,单价\n1,不锈钢保温杯,49\n2,无线鼠标,89\n'],
  ['big5', 'names', '姓名,城市,金額\n張三,臺北,1200\n李四,高雄,900\n王小明,臺中,300\n'],
  ['euc-kr', 'names', '이름,도시,금액\n김철수,서울,1200\n이영희,부산,900\n박민수,대구,300\n'],
  ['windows-1251', 'names', 'имя,город,сумма\nИван,Москва,1200\nМария,Санкт-Петербург,900\n'],
  ['koi8-r', 'names', 'имя,город,сумма\nИван,Москва,1200\nМария,Санкт-Петербург,900\n'],
  ['windows-1250', 'Czech', 'jméno,město\nŘehoř,Plzeň\nŽaneta,Ústí nad Labem\nLuboš,Břeclav\n'],
  ['windows-1250', 'Polish', 'imię,miasto\nŁukasz,Kraków\nŚwiętosława,Łódź\nMichał,Gdańsk\n'],
  ['windows-1250', 'Hungarian', 'név,város\nGyőző,Győr\nFűzfa,Hódmezővásárhely\nErzsébet,Érd\n'],
  ['windows-1252', 'German', 'Name,Ort\nMüller,Köln\nGroß,Düsseldorf\nJäger,Nürnberg\n'],
  ['windows-1252', 'French', 'région,coût\nÎle-de-France,élevé\nRhône,modéré\nprès d’ici,déjà\n'],
  ['windows-1252', 'Swedish', 'namn,ort\nÅsa,Malmö\nBjörn,Västerås\n'],
  ['windows-1252', 'signs among English', 'id,temperature,price\n1,20°C,£5\n2,21°C,£7\n3,9½°C,£8\n'],
]

describe('[E2] text that is no Unicode is read in the encoding in which it makes sense', () => {
  test.each(texts)('%s: %s', async (id, _, text) => {
    const bytes = encoderOf(id)(text)
    const expected = text.trim().split('\n').slice(1)
    for (const chunkSize of [1, 5, 1 << 16]) {
      const { rows, report } = await readTable(fileOf('a.csv', bytes, chunkSize), { raw: true })
      expect(report.encoding).toBe(encodings[id].title)
      expect(rows.map((row) => Object.values(row).join(','))).toEqual(expected)
    }
  })

  test('[C1] and in the one that is chosen, whatever makes sense', async () => {
    const bytes = encoderOf('windows-1251')('имя,город\nИван,Москва\n')
    const { rows, report } = await readTable(fileOf('a.csv', bytes), { choices: { encoding: 'koi8-r' } })
    expect(report.found?.encoding).toEqual({ value: 'koi8-r', why: 'You chose this.' })
    expect(Object.values(rows[0] ?? {})).toEqual(['хБЮМ', 'лНЯЙБЮ'])
  })
})
