import { chartPhrases } from '../charts/intent.ts'
import type { Meaning } from './mention.ts'

type Entry = readonly [phrases: string, meaning: Meaning]

const rank = (direction: 'ascending' | 'descending', of = '', isTime = false): Meaning => ({
  kind: 'rank',
  direction,
  of: of === '' ? [] : of.split(' '),
  isTime,
})
const compare = (
  comparison: 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual' | 'equal' | 'notEqual',
  of = '',
): Meaning => ({ kind: 'compare', comparison, of: of === '' ? [] : of.split(' ') })
const beyond = (what: string): Meaning => ({ kind: 'beyond', what })

/** What the words of questions mean, whatever the data. Phrases are lower case, told apart by `|`. */
const entries: readonly Entry[] = [
  ['total|sum|sum of|overall|combined|summed|altogether|in total|sum up', { kind: 'aggregate', aggregate: 'sum' }],
  ['average|mean|avg|typical|on average|averaged|typically', { kind: 'aggregate', aggregate: 'mean' }],
  ['median|midpoint', { kind: 'aggregate', aggregate: 'median' }],
  ['maximum|max', { kind: 'aggregate', aggregate: 'max' }],
  ['minimum|min', { kind: 'aggregate', aggregate: 'min' }],
  [
    'how many|number of|count of|count|counts|how often|frequency|frequency of|frequencies|number|amount of times|tally|total number of|total count of|total number|total count|the number of times|how many times|quantity of|volume of',
    { kind: 'count' },
  ],
  [
    'different|distinct|unique|how many different|how many distinct|how many unique|number of different|number of distinct|number of unique|count distinct|variety of',
    { kind: 'distinct' },
  ],
  [
    'by|per|for each|for every|in each|in every|of each|of every|each|every|across|grouped by|group by|groups by|grouped on|broken down by|break down by|breakdown by|breakdown of|break down|broken out by|split by|split up by|split out by|separated by|divided by|based on|segmented by|categorized by|categorised by|colored by|coloured by|color by|colour by|color coded by|stacked by|according to|depending on|among|for all|for different|for various|of different|of various|over all|within each|by each|for the different|of all the|color marks by|trellised by|classified by|aggregated by|as a function of|faceted by|with respect to|in terms of',
    { kind: 'per' },
  ],
  [
    'share|share of|percentage|percentage of|percent of|percent|proportion|proportion of|fraction of|part of|what part of|contribution of|portion of|ratio of total',
    { kind: 'share' },
  ],
  [
    'over time|trend|trends|trend of|trend in|evolution|evolve|evolved|evolution of|timeline|development of|history of|time series|over the years|through time|over years|over the months|across time|change over time|changed over time|changes over time|through the years|throughout the years|as time goes',
    { kind: 'trend' },
  ],
  [
    'distribution|categorization of|categorisation of|distribution of|distributed|spread of|the spread of',
    { kind: 'distribution' },
  ],
  ['compare|comparing|comparison of|comparison|contrast', { kind: 'contrast' }],
  [
    'vs|versus|vs.|mean lower|mean higher|mean less|mean more|affect|affects|influence|influences|lead to|leads to|against|relationship between|relationship of|relation between|relation of|relationship to|relationship|correlation between|correlate|correlates|correlation of|correlated with|compared with|compared to|compare to|correlation|relate to|relates to|related to|depend on|depends on',
    { kind: 'versus' },
  ],
  ...chartPhrases.map(([phrase, chart]): Entry => [phrase, { kind: 'chart', chart }]),
  [
    'not|except|except for|excluding|without|other than|but not|no|apart from|besides|outside|outside of|exclude|leaving out|non',
    { kind: 'not' },
  ],
  ['missing|empty|blank|null|nulls|no value|unknown value|no known', { kind: 'missing' }],
  ['and|&|as well as|plus|along with|together with|,', { kind: 'and' }],
  ['or', { kind: 'or' }],
  [
    'list|list all|list of|show all|show every|give me all|rows|records of|details of|details for|display all|find all|list out|show the rows|show rows',
    { kind: 'list' },
  ],
  ['what|what is|what are|what was|what were|whats', { kind: 'asks', word: 'what' }],
  ['which', { kind: 'asks', word: 'which' }],
  ['who|whose', { kind: 'asks', word: 'who' }],
  ['when|at what time', { kind: 'asks', word: 'when' }],
  ['where', { kind: 'asks', word: 'where' }],
  ['how much|how large|how big|how high', { kind: 'asks', word: 'howMuch' }],
  ['has|have|had|with|having|got|gets|get|whose', { kind: 'has' }],
  [
    'is|are|was|were|be|being|equals|equal to|equal|=|which is|that is|that are|who are|who is|that was|that were|who were|who was|which are',
    { kind: 'is' },
  ],
  ['of', { kind: 'of' }],
  ['in|from|for|at|within|on|under the', { kind: 'in' }],
  ['between', { kind: 'between' }],
  [
    '>|greater than|more than|over|above|higher than|larger than|bigger than|exceeding|exceeds|exceed|in excess of|better than|longer than|beyond',
    compare('greater'),
  ],
  ['<|less than|fewer than|under|below|lower than|smaller than|shorter than|worse than', compare('less')],
  [
    '>=|≥|at least|no less than|not less than|minimum of|or more|from at least|and above|or above|and up|or higher|not under|no fewer than',
    compare('greaterOrEqual'),
  ],
  [
    '<=|≤|at most|no more than|not more than|not over|maximum of|up to|or less|or fewer|and below|or below|or lower|not above',
    compare('lessOrEqual'),
  ],
  ['exactly|precisely|==|only', compare('equal')],
  ['!=|<>|not equal to|is not', compare('notEqual')],
  ['older than', compare('greater', 'age')],
  ['younger than', compare('less', 'age')],
  ['cheaper than', compare('less', 'price cost fare amount total')],
  ['heavier than', compare('greater', 'weight mass')],
  ['lighter than', compare('less', 'weight mass')],
  ['taller than', compare('greater', 'height')],
  ['faster than', compare('greater', 'speed')],
  ['slower than', compare('less', 'speed')],
  [
    'highest|most|largest|biggest|greatest|best|maximal|top|the most|leading|strongest|best performing|peak|max number of',
    rank('descending'),
  ],
  [
    'lowest|least|smallest|worst|fewest|bottom|minimal|the least|weakest|worst performing|the fewest',
    rank('ascending'),
  ],
  ['oldest', rank('descending', 'age')],
  ['youngest', rank('ascending', 'age')],
  ['most expensive|priciest|costliest|dearest', rank('descending', 'price cost fare amount total')],
  ['cheapest|least expensive', rank('ascending', 'price cost fare amount total')],
  ['heaviest', rank('descending', 'weight mass')],
  ['lightest', rank('ascending', 'weight mass')],
  ['longest', rank('descending', 'length duration running distance time')],
  ['shortest', rank('ascending', 'length duration running distance time height')],
  ['tallest', rank('descending', 'height')],
  ['fastest', rank('descending', 'speed')],
  ['slowest', rank('ascending', 'speed')],
  ['most profitable', rank('descending', 'profit')],
  ['least profitable', rank('ascending', 'profit')],
  ['best selling|bestselling|top selling', rank('descending', 'sales revenue quantity amount')],
  ['most common|busiest|most frequent|most popular|commonest|most often|most numerous', rank('descending', '#rows')],
  ['least common|quietest|rarest|least frequent|least popular', rank('ascending', '#rows')],
  ['latest|newest|most recent|last', rank('descending', '', true)],
  ['earliest|first', rank('ascending', '', true)],
  [
    'descending|descending order|in descending order|in desc order|desc|desc order|from high to low|high to low|from highest to lowest|highest to lowest|from high to low order|decreasing order|largest first|highest first|z to a|in descending|in desc|by desc|by descending|from large to small|biggest first',
    { kind: 'sort', direction: 'descending' },
  ],
  [
    'ascending|ascending order|in ascending order|in asc order|asc|asc order|from low to high|low to high|from lowest to highest|lowest to highest|from low to high order|increasing order|smallest first|lowest first|alphabetical order|alphabetically|in alphabetical order|a to z|in ascending|in asc|by asc|by ascending|from small to large',
    { kind: 'sort', direction: 'ascending' },
  ],
  [
    'sort|sorted|sort by|sorted by|order by|ordered by|ranked by|rank by|rank|ranked|ranking of|ranking by|arrange by|arranged by|sort the|order the|ordered|sorting by|sort them by|order them by',
    { kind: 'sort', direction: null },
  ],
  ['x axis|x|xaxis|on the x axis|by x axis|by the x axis|by x|by the x|the x axis', { kind: 'axis', axis: 'x' }],
  ['y axis|y|yaxis|on the y axis|by y axis|by the y axis|by y|by the y|the y axis', { kind: 'axis', axis: 'y' }],
  ['rate|rate of', { kind: 'aggregate', aggregate: 'mean' }],
  ['hourly|by the hour|each hour|per hour|every hour|by hour', { kind: 'grain', grain: 'hour' }],
  ['daily|by day|per day|each day|every day|day by day|by date', { kind: 'grain', grain: 'day' }],
  ['weekly|by week|per week|each week|every week', { kind: 'grain', grain: 'week' }],
  [
    'monthly|by month|per month|each month|every month|month by month|over months|across months|by the month',
    { kind: 'grain', grain: 'month' },
  ],
  ['quarterly|by quarter|per quarter|each quarter|every quarter', { kind: 'grain', grain: 'quarter' }],
  [
    'yearly|annually|annual|by year|per year|each year|every year|year by year|over years|across years|by years',
    { kind: 'grain', grain: 'year' },
  ],
  ['hour|hours', { kind: 'grain', grain: 'hour' }],
  ['day|days', { kind: 'grain', grain: 'day' }],
  ['week|weeks', { kind: 'grain', grain: 'week' }],
  ['month|months', { kind: 'grain', grain: 'month' }],
  ['quarter|quarters', { kind: 'grain', grain: 'quarter' }],
  ['year|years', { kind: 'grain', grain: 'year' }],
  ['predict|prediction|forecast|forecasted|extrapolate|projection|projected', beyond('forecasts')],
  [
    'standard deviation|std|stdev|std dev|variance|variation|skewness|kurtosis|skewed|interquartile|iqr|percentile|quantile|quartile|quartiles|percentiles|mode value|z score',
    beyond('that statistic'),
  ],
  [
    'correlation coefficient|pearson|spearman|r squared|regression|linear regression|logistic regression|p value|chi square|chi squared|t test|mann whitney|shapiro|normal distribution|normality|hypothesis|significance|significant|significantly|anova|strongest correlation',
    beyond('statistical tests'),
  ],
  ['outlier|outliers|anomaly|anomalies|unusual', beyond('outliers')],
  [
    'train|machine learning|classifier|classification model|model to|cluster analysis|clustering|feature engineering|preprocess|preprocessing|impute|imputing|normalize|encode|new feature|new column',
    beyond('building models or new columns'),
  ],
  ['why|what if|what would|explain', beyond('reasons')],
  [
    'difference between|difference in|difference of|differ|differences|how much more|how many more|how much less|how many less|how many fewer|how much higher|how much longer|margin of',
    beyond('differences'),
  ],
  [
    'growth|growth rate|year over year|year on year|yoy|month over month|mom|increase in|change from|percent change|percentage change|grow by|grew',
    beyond('growth'),
  ],
  ['cumulative|running total|moving average|rolling|year to date|ytd', beyond('running figures')],
  ['consecutive|consecutively|in a row|streak', beyond('what follows on what')],
  ['same as|the same|as many|in common|twice|times as|half of', beyond('comparing rows with each other')],
  [
    'above average|below average|than average|than the average|greater than the average|more than average|above the average|below the average',
    beyond('comparing with an average'),
  ],
  [
    'next to|right after|right before|listed after|listed before|listed above|listed below|come before|come after|comes after|comes before|came after|came before|came in|directly after|directly before|previous|followed by',
    beyond('the order in which rows are written'),
  ],
  [
    'weekday|weekdays|day of the week|days of the week|by weekday|time of day|hour of day|month of the year|week day',
    beyond('parts of time such as weekdays'),
  ],
  ['strip plot|stripplot|violin|sankey|sunburst|radar chart', beyond('that chart')],
  ['probability|likelihood|chance|odds|mutually exclusive|independent', beyond('probabilities')],
  ['ratio of|ratio between|ratio', beyond('ratios')],
]

/** Words that carry no meaning of their own. */
const fillers =
  'the a an me show please can could would you i we us give get tell find see want need to like draw plot visualize visualise display create make chart charts graph graphs plot plots plotting diagram visualization visualisation using use do does did there that this these those it its they them their my our your his her some any about as into onto so then just look looks looking how also all both data dataset file information info will should shall let lets know was been one set value values axes representing represent showing shows shown displaying depicting containing contain draw generate build produce provide return calculate compute determine report what respectively total overview summary mark marks color colour legend column columns field fields attribute attributes variable variables group groups grouped grouping separate separately together single multiple series view if put split broken break stacked stack trellis facet stand each level levels label labels type kind here amount amounts figure figures either makes placed generated generates brought received occurred happened now currently many much was ones order different various most came come comes coming went goes took takes taken bought happen happens happening occur occurs occurring ended started lived lives living sell sells sold serve served travelled traveled select render rendered cluster clustered instead varies vary varied scored higher lower distinguish'.split(
    ' ',
  )

/** Every phrase of the lexicon by its words, with what it means. */
export const lexicon: ReadonlyMap<string, readonly Meaning[]> = (() => {
  const found = new Map<string, Meaning[]>()
  const add = (phrase: string, meaning: Meaning): void => {
    found.set(phrase, [...(found.get(phrase) ?? []), meaning])
  }
  for (const [phrases, meaning] of entries) for (const phrase of phrases.split('|')) add(phrase, meaning)
  add('from table', { kind: 'filler' })
  for (const word of fillers) if (!found.has(word)) add(word, { kind: 'filler' })
  return found
})()

/** The most words a phrase has. */
export const longestPhrase = 5

/** Words of the lexicon alone, none of which is a slip of a column's name. */
export const isLexical = (word: string): boolean => lexicon.has(word)
