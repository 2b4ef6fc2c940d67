import type { SemanticColumn } from '../../semantic/semantic-model.ts'

/** Codes that data is often written in, and what people say for them. A code with several names has them told apart by `/`. */
const lists: Readonly<Record<string, string>> = {
  'states of the USA':
    'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|DC District of Columbia/Washington DC|PR Puerto Rico',
  'countries (ISO 3166, two letters)':
    'AR Argentina|AU Australia|AT Austria|BE Belgium|BR Brazil|BG Bulgaria|CA Canada|CL Chile|CN China|CO Colombia|HR Croatia|CZ Czech Republic/Czechia|DK Denmark|EG Egypt|EE Estonia|FI Finland|FR France|DE Germany|GR Greece|HK Hong Kong|HU Hungary|IN India|ID Indonesia|IE Ireland|IL Israel|IT Italy|JP Japan|KE Kenya|KR South Korea/Korea|LV Latvia|LT Lithuania|LU Luxembourg|MY Malaysia|MX Mexico|MA Morocco|NL Netherlands/Holland|NZ New Zealand|NG Nigeria|NO Norway|PK Pakistan|PE Peru|PH Philippines|PL Poland|PT Portugal|RO Romania|RU Russia|SA Saudi Arabia|RS Serbia|SG Singapore|SK Slovakia|SI Slovenia|ZA South Africa|ES Spain|SE Sweden|CH Switzerland|TW Taiwan|TH Thailand|TR Turkey|UA Ukraine|AE United Arab Emirates/UAE|GB United Kingdom/UK/Britain|US United States/USA/America|UY Uruguay|VE Venezuela|VN Vietnam',
  'countries (ISO 3166, three letters)':
    'ARG Argentina|AUS Australia|AUT Austria|BEL Belgium|BRA Brazil|BGR Bulgaria|CAN Canada|CHE Switzerland|CHL Chile|CHN China|COL Colombia|CZE Czech Republic/Czechia|DEU Germany|DNK Denmark|EGY Egypt|ESP Spain|EST Estonia|FIN Finland|FRA France|GBR United Kingdom/UK/Britain|GRC Greece|HRV Croatia|HUN Hungary|IDN Indonesia|IND India|IRL Ireland|ISR Israel|ITA Italy|JPN Japan|KEN Kenya|KOR South Korea/Korea|MEX Mexico|MYS Malaysia|NGA Nigeria|NLD Netherlands/Holland|NOR Norway|NZL New Zealand|PAK Pakistan|PER Peru|PHL Philippines|POL Poland|PRT Portugal|ROU Romania|RUS Russia|SAU Saudi Arabia|SGP Singapore|SVK Slovakia|SVN Slovenia|SWE Sweden|THA Thailand|TUR Turkey|UKR Ukraine|USA United States/America|VNM Vietnam|ZAF South Africa',
  'companies by ticker':
    'AAPL Apple|ABBV AbbVie|ADBE Adobe|AMD AMD|AMZN Amazon|AXP American Express|BA Boeing|BABA Alibaba|BAC Bank of America|BRKB Berkshire Hathaway|CAT Caterpillar|COST Costco|CRM Salesforce|CSCO Cisco|CVX Chevron|DIS Disney|EBAY eBay|F Ford|FB Facebook/Meta|GE General Electric|GM General Motors|GOOG Google/Alphabet|GOOGL Google/Alphabet|GS Goldman Sachs|HD Home Depot|IBM IBM|INTC Intel|JNJ Johnson and Johnson|JPM JPMorgan|KO Coca Cola|LLY Eli Lilly|MA Mastercard|MCD McDonalds|META Facebook/Meta|MRK Merck|MSFT Microsoft|NFLX Netflix|NKE Nike|NVDA Nvidia|ORCL Oracle|PEP Pepsi/PepsiCo|PFE Pfizer|PG Procter and Gamble|PYPL PayPal|QCOM Qualcomm|SBUX Starbucks|T AT and T|TSLA Tesla|UBER Uber|UNH UnitedHealth|V Visa|VZ Verizon|WFC Wells Fargo|WMT Walmart|XOM Exxon/ExxonMobil',
  currencies:
    'AUD Australian dollar|BRL Brazilian real|CAD Canadian dollar|CHF Swiss franc|CNY Chinese yuan/Yuan|EUR Euro/Euros|GBP British pound/Pound sterling|INR Indian rupee/Rupees|JPY Japanese yen/Yen|MXN Mexican peso|SEK Swedish krona|USD US dollar/US dollars',
}

const codeLists: readonly ReadonlyMap<string, readonly string[]>[] = Object.values(lists).map(
  (list) =>
    new Map(
      list.split('|').map((entry) => {
        const space = entry.indexOf(' ')
        return [
          entry.slice(0, space),
          entry
            .slice(space + 1)
            .toLowerCase()
            .split('/'),
        ]
      }),
    ),
)

/** The codes that words are names of: `vermont` is `VT`. */
export const codesOfNames = (words: readonly string[]): readonly string[] =>
  codeLists.flatMap((list) =>
    [...list].flatMap(([code, names]) =>
      names.some((name) => name.split(' ').every((part) => words.includes(part))) ? [code.toLowerCase()] : [],
    ),
  )

/** A column is written in codes where at least this part of its known values are codes of one list. */
const leastPart = 0.6

/** What people say for the values of a column that is written in codes; empty for other columns. */
export function namesOfCodes({ values }: SemanticColumn): ReadonlyMap<string, readonly string[]> {
  const part = (list: ReadonlyMap<string, unknown>): number => values.filter((value) => list.has(value)).length
  const [best] = codeLists.map((list) => ({ list, known: part(list) })).sort((a, b) => b.known - a.known)
  return best && best.known > 1 && best.known >= values.length * leastPart ? best.list : new Map()
}
