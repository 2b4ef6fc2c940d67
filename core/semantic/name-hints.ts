const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''))

/** Names end in these where the column tells things apart. */
export const idEndings = set(
  'id ids code cd key uuid guid zip zipcode postcode postal phone fax ssn isbn sku ean iban vin hash token index idx no nr serial barcode ticket',
)

/** Names hold these, together, where the column tells things apart. */
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

/** Names hold these where numbers stand for groups. */
export const groupWords = set(
  'class pclass grade level classroom cylinder cylinders group category type stage tier floor ward district zone month weekday day hour quarter week gate lane segment cluster flag status bracket band',
)

/** Names hold these where the total means something. */
export const sumWords = set(
  'amount total sales sale revenue turnover profit cost costs spend spending spent quantity qty count unit units order orders gross budget earning earnings population point points goal goals vote votes tip tips toll tolls fee fees tax taxes income expense expenses payment payments paid refund refunds visit visits click clicks impression impressions session sessions view views passenger passengers death deaths case cases win wins loss losses gold silver bronze download downloads donation donations fare volume stock employee employees bed beds attendance forecast subscriber subscribers hit hits item items minute minutes hours run runs medal medals outstanding conversion conversions lead leads',
)

/** Names hold these where only an average, or the extremes, mean something. */
export const meanWords = set(
  'rate ratio percent pct percentage avg average mean median age rating rank ranking score price temp temperature length width height depth weight speed mpg mileage horsepower displacement acceleration duration index level density latitude longitude lat lon lng per humidity wind pressure bmi glucose satisfaction margin discount error probability size area capacity share growth interest gpa iq hdi tonnage salary wage rent time lag delay distance power concentration ph score temperature fraction happiness',
)

/** Names hold these where a sum would be nonsense. */
export const neverSumWords = set(
  'rate ratio percent pct percentage avg average mean median age rating rank ranking score latitude longitude lat lon lng index probability temperature temp margin year gpa ph bmi density',
)

/** Names hold these where values are amounts of money. */
export const moneyWords = set(
  'price cost costs revenue turnover sales profit amount fee fees fare budget gross salary salaries wage income spend spending spent payment paid tip tips toll tolls tax taxes balance usd eur gbp dollar dollars euro euros pound pounds refund earning earnings expense expenses rent outstanding',
)

/** Names hold these where values between 0 and 1 are parts of a whole. */
export const percentWords = set(
  'rate ratio percent pct percentage share margin discount probability proportion fraction',
)

/** Names hold these where values are prose. */
export const proseWords = set(
  'description comment comments note notes text body message summary review abstract content url link website address email password',
)

export const yearWords = set('year years yr season founded vintage')

/** Names of moments that are when the thing happened. */
export const eventWords = set(
  'date order ordered created invoice transaction purchase sale pickup start opened published time timestamp event visit booked',
)

/** Names of moments that are beside the point. */
export const asideWords = set(
  'birth dob born updated update modified ship shipped due end ended expiry expires dropoff closed death deleted renewal return returned',
)

/** Words of a dataset's name that do not say what a row is. */
export const datasetNoise = set(
  'data dataset csv file export sample public test train copy final df table report raw clean cleaned new old list all with year years and the of nlv usa us full small large',
)

/** Does the name hold one of the words? */
export const holds = (words: readonly string[], hints: ReadonlySet<string>): boolean =>
  words.some((word) => hints.has(word))

/** Does the name say that its numbers count something: `Number of rooms`, `num_employees`? */
export const isCountName = ([first = '', ...others]: readonly string[]): boolean =>
  first === 'number' || first === 'num' || first === 'count' || others.includes('count')
