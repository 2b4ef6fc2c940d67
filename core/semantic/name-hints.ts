const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''))

/** Last words of identifier names. */
export const idEndings = set(
  'id ids code cd key uuid guid zip zipcode postcode postal phone fax ssn isbn sku ean iban vin hash token index idx no nr serial barcode ticket',
)

/** Phrases in identifier names. */
export const idPhrases = [
  'postal code',
  'zip code',
  'phone number',
  'account number',
  'invoice number',
  'order number',
  'serial number',
  'card number',
  'call sign',
  'row number',
  'stock number',
]

/** Words in names of numeric codes. */
export const groupWords = set(
  'class pclass grade level classroom cylinder cylinders group category type stage tier floor ward district zone month weekday day hour quarter week gate lane segment cluster flag status bracket band',
)

/** Words in names of columns with meaningful sums. */
export const sumWords = set(
  'amount amounts total sales sale revenue revenues turnover profit profits cost costs expenditure expenditures payroll bonus bonuses wages asset assets liability liabilities debt debts inventory balance spend spending spent quantity qty count unit units order orders gross budget earning earnings population point points goal goals vote votes tip tips toll tolls fee fees tax taxes income expense expenses payment payments paid refund refunds visit visits click clicks impression impressions session sessions view views passenger passengers death deaths case cases win wins loss losses gold silver bronze download downloads donation donations fare volume stock employee employees bed beds attendance forecast subscriber subscribers hit hits item items minute minutes hours run runs medal medals outstanding conversion conversions lead leads',
)

/** Words in names of columns with only meaningful means and extremes. */
export const meanWords = set(
  'rate ratio percent pct percentage avg average mean median age rating rank ranking score price temp temperature length width height depth weight speed mpg mileage horsepower displacement acceleration duration index level density latitude longitude lat lon lng per humidity wind pressure bmi glucose satisfaction margin discount error probability size area capacity share growth interest gpa iq hdi tonnage salary wage rent time lag delay distance power concentration ph score temperature fraction happiness',
)

/** Words in names of columns whose sum is meaningless. */
export const neverSumWords = set(
  'rate ratio percent pct percentage avg average mean median age rating rank ranking score latitude longitude lat lon lng index probability temperature temp margin year gpa ph bmi density',
)

/** Words in names of amounts of money. */
export const moneyWords = set(
  'price cost costs revenue revenues turnover sales profit profits amount expenditure expenditures payroll bonus bonuses wages debt debts fee fees fare budget gross salary salaries wage income spend spending spent payment paid tip tips toll tolls tax taxes balance usd eur gbp dollar dollars euro euros pound pounds refund earning earnings expense expenses rent outstanding',
)

/** Words in names of fractions. */
export const percentWords = set(
  'rate ratio percent pct percentage share margin discount probability proportion fraction',
)

/** Words in names of prose. */
export const proseWords = set(
  'description comment comments note notes text body message summary review abstract content url link website address email password',
)

export const yearWords = set('year years yr season founded vintage')

/** Words in names of event times. */
export const eventWords = set(
  'date order ordered created invoice transaction purchase sale pickup start opened published time timestamp event visit booked',
)

/** Words in names of other times. */
export const asideWords = set(
  'birth dob born updated update modified ship shipped due end ended expiry expires dropoff closed death deleted renewal return returned',
)

/** Words in dataset names that do not describe a row. */
export const datasetNoise = set(
  'data dataset csv file export sample public test train copy final df table report raw clean cleaned new old list all with year years and the of nlv usa us full small large',
)

/** True if the name contains one of the words. */
export const holds = (words: readonly string[], hints: ReadonlySet<string>): boolean =>
  words.some((word) => hints.has(word))

/** True for names of counts: `Number of rooms`, `num_employees`. */
export const isCountName = ([first = '', ...others]: readonly string[]): boolean =>
  first === 'number' || first === 'num' || first === 'count' || others.includes('count')
