/** How far a text makes sense, from 0 to 1: what each of its characters beyond ASCII is worth, in the mean. */
export type Plausibility = (text: string) => number

const beyondAscii = /\P{ASCII}/gu
const broken = /[\ufffd\ue000-\uf8ff]/u

function meanOver(text: string, worth: (character: string) => number): number {
  const characters = text.match(beyondAscii) ?? []
  let [sum, strange] = [0, 0]
  for (const character of characters) {
    if (broken.test(character)) strange++
    else sum += worth(character)
  }
  return characters.length === 0 || strange * 50 > characters.length ? 0 : sum / characters.length
}

const simplified = new Set(
  '的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新打便位因重被走电四第门相次东政海口使教西再平真世气信北少关并内加化由代军产入先山五太水万市省县区号张王李刘陈杨赵黄周吴京州广江南金额城姓款价数量单型品类编码称址状态总计客户备注男',
)
const traditional = new Set(
  '的一是不了人我在有他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可裡後小心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長知民樣現分將外但身些與高意進把法此實回二理美點月明其種聲全工己話兒者向情部正名定女問力機給等幾很業最間新打便位因重被走電四第門相次東政海口使教西再平真世氣信北少關並內加化由代軍產入先山五太水萬市縣區號張王李劉陳楊趙黃周吳臺灣北南雄金額城姓款價數量單型品類編碼稱址狀態總計客戶備註男',
)
const japanese = new Set(
  '日一国人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木車何南万白天母火右友左父雨会同事自社発者地業方新場員立開手力問代明動京目通言理体田主題意不作用度強公持野以思家世多正安院心界教文元重近考画海売知道集別物使品計特私始朝運終台広住無真有口少町料工建空急止送切転研足店病質試族銀早映親英医仕写字音注古買図週室風花春赤青館屋色駅洋県市区村藤佐鈴渡辺伊加郎太美恵阪府都州森林池橋石井原松島崎谷岡中額番号価格数量顧客備考',
)

const isKana = (character: string): boolean => character >= '\u3040' && character <= '\u30ff'
const isHangul = (character: string): boolean => character >= '\uac00' && character <= '\ud7a3'
const isHan = (character: string): boolean => character >= '\u4e00' && character <= '\u9fff'
const isWide = (character: string): boolean =>
  (character >= '\u3000' && character <= '\u303f') || (character >= '\uff01' && character <= '\uff5e')

/** Of characters that no list has, as many are right as wrong. */
const uncommon = 0.35
const foreign = 0.1

const han =
  (common: ReadonlySet<string>, worthOfKana: number): Plausibility =>
  (text) =>
    meanOver(text, (character) => {
      if (isHan(character)) return common.has(character) ? 1 : uncommon
      if (isKana(character)) return worthOfKana
      return isWide(character) ? 0.8 : foreign
    })

const korean: Plausibility = (text) =>
  meanOver(text, (character) =>
    isHangul(character) ? 0.95 : isWide(character) ? 0.8 : isHan(character) ? 0.2 : foreign,
  )

const frequent = /[оеаинтсрвл]/iu
const cyrillic = /[\u0400-\u045f]/u

/** Letters that stand together, most of them frequent ones, and no capitals within words. */
const russian: Plausibility = (text) => {
  const letters = text.match(/[\u0400-\u045f]/gu) ?? []
  if (letters.length === 0) return 0
  const together = (text.match(/[\u0400-\u045f]{2,}/gu) ?? []).join('').length
  const often = letters.filter((letter) => frequent.test(letter)).length
  const turned = (text.match(/[а-яё](?=[А-ЯЁ])/gu) ?? []).length
  const share = meanOver(text, (character) =>
    cyrillic.test(character) ? 1 : /[№«»—–“”°§]/u.test(character) ? 0.9 : foreign,
  )
  const frequency = Math.min(1, often / letters.length / 0.55)
  return share * (together / letters.length) * (0.4 + 0.6 * frequency) * Math.max(0, 1 - (3 * turned) / letters.length)
}

const western = [
  'àâæçéèêëîïôœùûüÿ',
  'äöüßé',
  'áéíñóúü¿¡ºª',
  'àáâãçéêíóôõúü',
  'àèéìíòóùú',
  'åäöæøéü',
  'éëïöüáèê',
  'áðéíóúýþæö',
]
const central = ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'ăâîşţ', 'čćđšž', 'äöüßé']
const signs = /[€£§©®°«»“”„‘’–—…•·±²³µ½¼¾×™¿¡]/u

/** The letters of one language, and signs that do not stand between letters. */
const latin =
  (alphabets: readonly string[], worthOfSigns: number): Plausibility =>
  (text) => {
    const apart = text.replaceAll(/(?<=\p{L})[²³¹½¼¾±£€¿¡°µ](?=\p{L})/gu, '\ufffc')
    const letters = (text.match(/[\u0080-\uffff]/gu) ?? []).filter((one) => /\p{L}/u.test(one))
    const runs = (text.match(/(?!\p{ASCII})\p{L}(?=(?!\p{ASCII})\p{L})/gu) ?? []).length
    const alone = letters.length === 0 ? 1 : 1 - (0.6 * runs) / letters.length
    const best = alphabets.map((alphabet) =>
      meanOver(apart, (character) =>
        alphabet.includes(character.toLowerCase()) ? 1 : signs.test(character) ? worthOfSigns : 0,
      ),
    )
    return alone * Math.max(...best)
  }

/** How far a text makes sense in each encoding that is no Unicode, likelier ones first. */
export const plausibilities = {
  'windows-1252': (text) => latin(western, 1)(text) + 0.02,
  'windows-1250': latin(central, 0.9),
  'windows-1251': russian,
  'koi8-r': russian,
  shift_jis: han(japanese, 1),
  'euc-jp': han(japanese, 1),
  gb18030: han(simplified, 0.2),
  big5: han(traditional, 0.2),
  'euc-kr': korean,
} as const satisfies Record<string, Plausibility>
