import { singular, wordsOfName } from '../profile/name-words.ts'

/** Words that people use for one another, singular, lower case. */
const groups: readonly (readonly string[])[] = [
  ['pclass', 'class', 'passenger class'],
  ['sibsp', 'sibling', 'spouse', 'siblings and spouses'],
  ['parch', 'parent', 'child', 'parents and children'],
  ['dept', 'department'],
  ['cust', 'customer'],
  ['emp', 'employee'],
  ['prod', 'product'],
  ['desc', 'description'],
  ['cat', 'category'],
  ['temp', 'temperature'],
  ['lat', 'latitude'],
  ['lon', 'longitude'],
  ['lng', 'longitude'],
  ['dob', 'date of birth', 'birthday', 'birth date', 'born'],
  ['amt', 'amount'],
  ['num', 'number'],
  ['revenue', 'sales', 'turnover', 'takings'],
  ['profit', 'earning', 'gain'],
  ['cost', 'expense', 'spend', 'expenditure', 'spending'],
  ['price', 'cost'],
  ['price', 'share price', 'stock price', 'sale price', 'selling price', 'asking price'],
  ['total', 'total amount', 'total charge', 'total price', 'total cost', 'grand total', 'total bill'],
  ['quantity', 'qty', 'unit', 'item'],
  ['amount', 'value', 'sum'],
  ['customer', 'client', 'buyer', 'shopper'],
  ['employee', 'staff', 'worker', 'personnel'],
  ['supplier', 'vendor'],
  ['product', 'item', 'article', 'good'],
  ['order', 'purchase'],
  ['country', 'nation'],
  ['nationality', 'nation', 'country'],
  ['state', 'province'],
  ['city', 'town'],
  ['region', 'area', 'territory'],
  ['location', 'region', 'place', 'site'],
  ['area', 'size', 'square foot', 'square feet'],
  ['sex', 'gender'],
  ['category', 'type', 'kind', 'genre'],
  ['rating', 'score'],
  ['salary', 'wage', 'pay', 'compensation'],
  ['department', 'division', 'dept'],
  ['position', 'role', 'job', 'title'],
  ['company', 'firm', 'business'],
  ['owner', 'holder'],
  ['store', 'shop', 'outlet', 'branch'],
  ['movie', 'film'],
  ['car', 'vehicle', 'auto', 'automobile'],
  ['house', 'home'],
  ['mpg', 'mileage', 'fuel economy'],
  ['horsepower', 'hp', 'power'],
  ['weight', 'mass'],
  ['length', 'duration'],
  ['running time', 'runtime', 'duration', 'length'],
  ['budget', 'spending', 'cost'],
  ['gross', 'earning', 'revenue', 'box office'],
  ['date', 'day'],
  ['year', 'yr'],
  ['discount', 'rebate', 'reduction'],
  ['tip', 'gratuity'],
  ['fare', 'ticket price'],
  ['payment', 'paid'],
  ['delivery', 'shipping', 'shipment', 'ship'],
  ['channel', 'medium'],
  ['pickup', 'origin', 'start'],
  ['dropoff', 'destination', 'end'],
  ['check in', 'arrival'],
  ['check out', 'departure'],
  ['nights', 'stay', 'stay length', 'length of stay'],
  ['toll', 'toll charge'],
  ['distance', 'trip length', 'mile'],
  ['symbol', 'ticker', 'stock', 'company', 'security'],
  ['hire date', 'start date', 'joined'],
  ['population', 'inhabitant'],
  ['employee', 'worker'],
  ['student', 'pupil'],
  ['teacher', 'instructor'],
  ['author', 'writer'],
  ['team', 'club'],
  ['player', 'athlete'],
  ['passenger', 'person', 'rider'],
  ['height', 'tall'],
  ['age', 'old'],
  ['survived', 'survivor', 'survive', 'survival', 'alive'],
  ['worldwide', 'global', 'ww', 'total'],
  ['manager', 'boss', 'supervisor', 'line manager'],
  ['assigned to', 'assignee', 'agent', 'handler'],
  ['opened by', 'requester', 'reporter', 'submitter'],
  ['closed by', 'resolver'],
  ['location', 'office'],
  ['end date', 'due date', 'due', 'deadline', 'finish date'],
  ['expiration', 'expiry'],
  ['shipping method', 'carrier', 'courier'],
  ['goal', 'target', 'objective'],
  ['percent complete', 'progress', 'completion', 'completion rate'],
  ['quantity', 'volume', 'units sold'],
  ['rating', 'stars'],
  ['email', 'mail', 'email address', 'mail address'],
  ['phone', 'telephone', 'phone number', 'telephone number', 'mobile'],
  ['zip code', 'postcode', 'postal code', 'zip'],
  ['precipitation', 'rain'],
  ['brand', 'make', 'manufacturer'],
  ['occupation', 'job', 'profession'],
  ['tenure', 'seniority', 'length of service', 'years of service'],
  ['attrition', 'churn'],
  ['headcount', 'employee count', 'number of employees'],
  ['inventory', 'stock', 'stock level'],
  ['warehouse', 'depot'],
  ['supplier', 'vendor', 'seller'],
  ['conversion rate', 'cvr'],
  ['click through rate', 'ctr'],
  ['open', 'opening price'],
  ['close', 'closing price', 'close price'],
  ['high', 'highest price'],
  ['low', 'lowest price'],
  ['market cap', 'market capitalization', 'market capitalisation', 'market value'],
  ['gdp', 'gross domestic product'],
  ['gnp', 'gross national product'],
  ['life expectancy', 'lifespan'],
  ['independence year', 'year of independence', 'independence'],
  ['education', 'degree', 'qualification'],
  ['marital status', 'civil status'],
  ['ethnicity', 'race'],
  ['fee', 'charge'],
  ['forename', 'first name', 'given name'],
  ['surname', 'last name', 'family name'],
  ['status', 'stage'],
  ['salary', 'paycheck', 'remuneration'],
  ['supplier', 'provider'],
  ['address', 'office'],
  ['quantity', 'piece'],
  ['manufacturer', 'maker', 'brand', 'make'],
  ['attendance', 'crowd', 'turnout'],
  ['birthplace', 'place of birth', 'hometown'],
  ['hire date', 'hired', 'joining date'],
  ['due date', 'deadline'],
  ['start date', 'started', 'begin date'],
  ['end date', 'finish date'],
  ['population', 'people', 'resident'],
  ['elevation', 'altitude', 'height above sea level'],
  ['pressure', 'barometer', 'air pressure', 'barometric pressure', 'atmospheric pressure'],
  ['classroom', 'room'],
  ['photo', 'picture', 'image', 'pic', 'photograph', 'shot'],
  ['note', 'comment', 'remark', 'annotation'],
  ['publisher', 'publishing house', 'imprint'],
  ['grade', 'mark'],
  ['ward', 'unit', 'clinic'],
  ['physician', 'doctor', 'clinician', 'consultant'],
  ['diagnosis', 'condition', 'disease', 'illness'],
  ['medication', 'drug', 'medicine', 'prescription'],
  ['admission date', 'admitted', 'date of admission'],
  ['discharge date', 'discharged', 'date of discharge'],
  ['course', 'module', 'subject'],
  ['lecturer', 'professor', 'instructor', 'teacher', 'tutor'],
  ['driver', 'courier', 'chauffeur'],
  ['sales rep', 'sales representative', 'salesperson', 'seller', 'account executive', 'rep'],
  ['subscription', 'plan', 'package', 'tier'],
  ['invoice date', 'billing date', 'date of invoice'],
  ['payment method', 'payment type', 'means of payment', 'method of payment'],
  ['balance', 'outstanding amount', 'amount due', 'amount outstanding'],
  ['resolution time', 'time to resolve', 'handling time', 'time to close'],
  ['response time', 'first response', 'time to respond', 'waiting time'],
  ['priority', 'urgency'],
  ['severity', 'seriousness'],
  ['sprint', 'iteration'],
  ['release', 'version'],
  ['feature', 'functionality', 'capability'],
  ['vacancy', 'opening', 'open position'],
  ['leave', 'time off', 'vacation', 'holiday', 'absence'],
  ['bonus', 'incentive', 'commission'],
  ['warehouse', 'distribution center', 'distribution centre', 'fulfilment center', 'hub'],
  ['visibility', 'sight'],
]

/** Last words of a name that add nothing to what it names: `customer name` is the customer. */
const heads = new Set(['name', 'title', 'label', 'code', 'id'])

/** Units that close a name: `delivery days` are a delivery time. */
const timeUnits = new Set(['day', 'hour', 'minute', 'second', 'min', 'sec'])

const groupsOf = new Map<string, string[]>()
for (const group of groups) {
  for (const word of group)
    groupsOf.set(word, [...(groupsOf.get(word) ?? []), ...group.filter((other) => other !== word)])
}

/** Other words for a word, singular. */
export const synonymsOfWord = (word: string): readonly string[] => groupsOf.get(singular(word)) ?? []

/** Other names for a column: its words replaced one at a time, and what it names without a closing `name` or `id`. */
export function synonymsOfName(name: string): readonly string[] {
  const words = wordsOfName(name).map(singular)
  const replaced = words.flatMap((word, at) =>
    synonymsOfWord(word).map((other) => [...words.slice(0, at), other, ...words.slice(at + 1)].join(' ')),
  )
  const whole = groupsOf.get(words.join(' ')) ?? []
  const last = words.at(-1)
  const stripped = words.length > 1 && last !== undefined && heads.has(last) ? [words.slice(0, -1).join(' ')] : []
  const timed = words.length > 1 && timeUnits.has(last ?? '') ? ['time', 'duration'] : []
  const lasting = timed.map((word) => [...words.slice(0, -1), word].join(' '))
  const strippedOthers = stripped.flatMap((word) => synonymsOfWord(word))
  return [...new Set([...stripped, ...whole, ...replaced, ...lasting, ...strippedOthers])].filter(
    (other) => other !== words.join(' '),
  )
}

const kinds: readonly { readonly says: readonly string[]; readonly values: ReadonlySet<string> }[] = [
  {
    says: ['country', 'nation', 'region'],
    values: new Set(
      'usa|us|u.s.|united states|united states of america|uk|united kingdom|england|scotland|wales|ireland|france|germany|italy|spain|portugal|netherlands|belgium|austria|switzerland|sweden|norway|denmark|finland|poland|czech republic|hungary|greece|turkey|russia|ukraine|romania|bulgaria|croatia|serbia|canada|mexico|brazil|argentina|chile|colombia|peru|venezuela|china|japan|india|south korea|north korea|indonesia|vietnam|thailand|malaysia|singapore|philippines|pakistan|bangladesh|iran|iraq|israel|saudi arabia|egypt|south africa|nigeria|kenya|morocco|algeria|australia|new zealand|iceland|europe'.split(
        '|',
      ),
    ),
  },
  { says: ['gender', 'sex'], values: new Set(['male', 'female', 'm', 'f', 'man', 'woman', 'non-binary']) },
  {
    says: ['weekday'],
    values: new Set([
      'monday',
      'tuesday',
      'wednesday',
      'thursday',
      'friday',
      'saturday',
      'sunday',
      'mon',
      'tue',
      'wed',
      'thu',
      'fri',
      'sat',
      'sun',
    ]),
  },
]

/** What a column holds, told from its values: one of countries is a `country`, whatever its name. */
export function synonymsOfValues(values: readonly string[]): readonly string[] {
  if (values.length < 2) return []
  const kind = kinds.find(
    (each) => values.filter((value) => each.values.has(value.toLowerCase())).length >= values.length * 0.6,
  )
  return kind?.says ?? []
}
