import { chartPhrases } from '../charts/intent.ts'
import { adjectivePhrases } from './adjectives.ts'
import { moreFillers, particleVerbs } from './fillers.ts'
import type { Meaning } from './mention.ts'
import { scalePhrases } from './scale-words.ts'
import { statisticWords } from './statistic-words.ts'

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
/** `how long`: what is asked for is in the adjective. */
const asksOf = (of: string): Meaning => ({ kind: 'asks', word: 'howMuch', of: of.split(' ') })
const beyond = (what: string): Meaning => ({ kind: 'beyond', what })

/** What the words of questions mean, whatever the data. Phrases are lower case, told apart by `|`. */
const entries: readonly Entry[] = [
  ['total|sum|sum of|combined|summed|in total|sum up', { kind: 'aggregate', aggregate: 'sum' }],
  [
    'average|mean|avg|typical|on average|averaged|averaging|averages|typically',
    { kind: 'aggregate', aggregate: 'mean' },
  ],
  ['median|midpoint', { kind: 'aggregate', aggregate: 'median' }],
  ['maximum|max', { kind: 'aggregate', aggregate: 'max' }],
  ['minimum|min', { kind: 'aggregate', aggregate: 'min' }],
  [
    'how many|number of|no of|nr of|headcount|head count|headcount of|count of|count|counts|how often|frequency|frequency of|frequencies|number|amount of times|tally|total number of|total count of|total number|total count|the number of times|how many times|quantity of|volume of|volume|volumes',
    { kind: 'count' },
  ],
  [
    'different|distinct|unique|how many different|how many distinct|how many separate|number of separate|how many unique|number of different|number of distinct|number of unique|count distinct|variety of',
    { kind: 'distinct' },
  ],
  [
    'by|per|for each|for every|in each|in every|of each|of every|each|every|across|grouped by|group by|groups by|grouped on|broken down by|break down by|breakdown by|breakdown of|break down|broken out by|split by|split up by|split out by|separated by|divided by|based on|segmented by|categorized by|categorised by|colored by|coloured by|color by|colour by|color coded by|color code by|stacked by|according to|depending on|among|for all|for different|for various|of different|of various|over all|within each|by each|for the different|of all the|color marks by|trellised by|classified by|aggregated by|as a function of|faceted by|with and without|with or without|with respect to|in terms of',
    { kind: 'per' },
  ],
  [
    '%|% of|pct|pct of|share|share of|percentage|percentage of|percent of|percent|proportion|proportion of|fraction of|part of|what part of|contribution of|portion of|ratio of total',
    { kind: 'share' },
  ],
  [
    'over time|changed over the years|change over the years|changed since|trend|trends|trend of|trend in|evolution|evolve|evolved|evolution of|timeline|development of|developed|history of|time series|over the years|through time|over years|over the months|across time|change over time|changed over time|changes over time|through the years|throughout the years|as time goes',
    { kind: 'trend' },
  ],
  [
    'distribution|categorization of|categorisation of|distribution of|distributed|spread of|the spread of',
    { kind: 'distribution' },
  ],
  [
    'correlation between|corr between|corr|correlate|correlates|correlation of|correlated with|correlated|correlation|correlation coefficient|pearson|pearson correlation|correlation coefficient between|correlation with|how strongly|how closely|how strong is the relationship between|strongly related to|closely related to|strength of the relationship between|move together|go together|go with|goes with|go along with|goes along with|move with|moves with|associated with|association between|linked to|tied to',
    { kind: 'correlate' },
  ],
  ['compare|comparing|comparison of|comparison|contrast', { kind: 'contrast' }],
  [
    'vs|v s|versus|vs.|mean lower|mean higher|mean less|mean more|affect|affects|influence|influences|lead to|leads to|against|relationship between|relationship of|relation between|relation of|relationship to|relationship|compared with|compared to|compare to|relate to|relates to|related to|depend on|depends on',
    { kind: 'versus' },
  ],
  ...chartPhrases.map(([phrase, chart]): Entry => [phrase, { kind: 'chart', chart }]),
  [
    'not|neither|nor|except|except for|excluding|excl|ignoring|leaving aside|disregarding|without|other than|but not|no|apart from|besides|outside|outside of|exclude|leaving out|non',
    { kind: 'not' },
  ],
  [
    'missing|empty|blank|null|nulls|no value|unknown value|no known|unknown|not recorded|unrecorded|not known|not specified|nothing in|nothing under|nothing for|left empty|left blank|not filled|not filled in|not filled out|unfilled|not given|not provided|not entered|not set|not stated|not available|unspecified|undefined|unassigned',
    { kind: 'missing' },
  ],
  ['and|&|but|as well as|plus|along with|together with|,', { kind: 'and' }],
  ['or', { kind: 'or' }],
  [
    'list|list all|list of|show all|show every|give me all|rows|records of|details of|details for|display all|find all|list out|show the rows|show rows',
    { kind: 'list' },
  ],
  ['what|what is|what are|what was|what were|whats', { kind: 'asks', word: 'what' }],
  ['which', { kind: 'asks', word: 'which' }],
  ['who|whose|whos', { kind: 'asks', word: 'who' }],
  ['when|at what time', { kind: 'asks', word: 'when' }],
  ['where', { kind: 'asks', word: 'where' }],
  ['how much|how large|how big|how high', { kind: 'asks', word: 'howMuch' }],
  ['how long', asksOf('duration length time running distance minute')],
  ['how long does|how long do|how long did', asksOf('duration time running minute hour length')],
  ['how far', asksOf('distance mileage length')],
  ['how old', asksOf('age')],
  ['how tall', asksOf('height')],
  ['how heavy', asksOf('weight mass')],
  ['how fast', asksOf('speed pace')],
  ['how expensive', asksOf('price cost fare amount total')],
  ['has|have|had|with|having|got|gets|get|whose', { kind: 'has' }],
  [
    'is|are|was|were|be|being|equals|equal to|equal|=|which is|that is|that are|who are|who is|that was|that were|who were|who was|which are',
    { kind: 'is' },
  ],
  ['of', { kind: 'of' }],
  ['in|from|for|at|within|on|under the', { kind: 'in' }],
  ['between', { kind: 'between' }],
  [
    '>|greater than|more than|over|above|higher than|larger than|bigger than|exceeding|exceeds|exceed|in excess of|better than|beyond',
    compare('greater'),
  ],
  ['<|less than|fewer than|under|below|lower than|smaller than|worse than', compare('less')],
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
  ['older than|above the age of|over the age of', compare('greater', 'age')],
  ['younger than|under the age of', compare('less', 'age')],
  ['cheaper than', compare('less', 'price cost fare amount total')],
  ['warmer than|hotter than', compare('greater', 'temperature temp')],
  ['colder than|cooler than', compare('less', 'temperature temp')],
  ['richer than', compare('greater', 'income gdp gnp wealth')],
  ['poorer than', compare('less', 'income gdp gnp wealth')],
  ['heavier than', compare('greater', 'weight mass')],
  ['lighter than', compare('less', 'weight mass')],
  ['taller than', compare('greater', 'height')],
  ['longer than', compare('greater', 'length duration running')],
  ['shorter than', compare('less', 'length duration running height')],
  ['faster than', compare('greater', 'speed')],
  ['slower than', compare('less', 'speed')],
  [
    'holds the record for|hold the record for|has the record for|holds the most|hold the most|highest|most|largest|biggest|greatest|best|maximal|top|the most|leading|strongest|best performing|performed best|performed the best|performs best|performs the best|did best|did the best|does best|doing best|peak|max number of|hit the highest|hits the highest|reached the highest|reaches the highest|recorded the highest|posted the highest',
    rank('descending'),
  ],
  [
    'lowest|least|smallest|worst|fewest|bottom|minimal|the least|weakest|worst performing|performed worst|performed the worst|performs worst|did worst|did the worst|does worst|the fewest|hit the lowest|hits the lowest|reached the lowest|recorded the lowest|posted the lowest',
    rank('ascending'),
  ],
  ['oldest', rank('descending', 'age')],
  ['youngest', rank('ascending', 'age')],
  [
    'highest paid|best paid|top paid|highest earning|top earning|best earning',
    rank('descending', 'income salary wage pay compensation earnings'),
  ],
  ['lowest paid|worst paid|least paid', rank('ascending', 'income salary wage pay compensation earnings')],
  ['most expensive|priciest|costliest|dearest', rank('descending', 'price cost fare amount total')],
  ['cheapest|least expensive', rank('ascending', 'price cost fare amount total')],
  ['hottest|warmest', rank('descending', 'temperature temp')],
  ['coldest|coolest', rank('ascending', 'temperature temp')],
  ['most populous|most populated', rank('descending', 'population inhabitant')],
  ['least populous|least populated', rank('ascending', 'population inhabitant')],
  ['richest|wealthiest', rank('descending', 'income gdp gnp wealth')],
  ['poorest', rank('ascending', 'income gdp gnp wealth')],
  ['best rated|highest rated|top rated', rank('descending', 'rating score stars')],
  ['worst rated|lowest rated', rank('ascending', 'rating score stars')],
  ['heaviest', rank('descending', 'weight mass')],
  ['lightest', rank('ascending', 'weight mass')],
  ['longest', rank('descending', 'length duration running distance time minutes hours days')],
  ['shortest', rank('ascending', 'length duration running distance time height minutes hours days')],
  ['tallest', rank('descending', 'height')],
  ['fastest', rank('descending', 'speed')],
  ['slowest', rank('ascending', 'speed')],
  ['most profitable', rank('descending', 'profit')],
  [
    'least profitable|lost us the most money|lost the most money|loses the most money|lose the most money|biggest loss|biggest losses|largest loss',
    rank('ascending', 'profit'),
  ],
  ['best selling|bestselling|top selling', rank('descending', 'sales revenue quantity amount')],
  [
    'most common|most used|most often used|most widely used|common|busiest|most frequent|most popular|commonest|most often|most numerous|comes up most|come up most|comes up most often|comes up the most|appears most|appears most often|occurs most|occurs most often|shows up most',
    rank('descending', '#rows'),
  ],
  ['least common|quietest|rarest|least frequent|least popular', rank('ascending', '#rows')],
  ['latest|newest|most recent|last', rank('descending', '', true)],
  ['earliest|first', rank('ascending', '', true)],
  [
    'descending|descending order|in descending order|in desc order|desc|desc order|from high to low|high to low|from highest to lowest|highest to lowest|from high to low order|decreasing order|largest first|highest first|best first|most first|top first|longest first|priciest first|z to a|in descending|in desc|by desc|by descending|from large to small|biggest first',
    { kind: 'sort', direction: 'descending' },
  ],
  [
    'ascending|ascending order|in ascending order|in asc order|asc|asc order|from low to high|low to high|from lowest to highest|lowest to highest|from low to high order|increasing order|smallest first|lowest first|worst first|fewest first|least first|shortest first|cheapest first|alphabetical order|alphabetically|in alphabetical order|a to z|in ascending|in asc|by asc|by ascending|from small to large',
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
  ['interquartile|percentile|quantile|quartile|quartiles|percentiles|mode value', beyond('that statistic')],
  ...scalePhrases.map(([phrase, size]): Entry => [phrase, { kind: 'scale', size }]),
  ...statisticWords.map(([phrases, statistic]): Entry => [phrases, { kind: 'statistic', statistic }]),
  ['standard deviation|std|stdev|std dev|standard deviations|std devs|stdevs', { kind: 'aggregate', aggregate: 'sd' }],
  ['variance', { kind: 'aggregate', aggregate: 'variance' }],
  [
    'logistic regression|mann whitney|wilcoxon|kruskal wallis|hypothesis|strongest correlation',
    beyond('that statistical test'),
  ],
  ['anomaly|anomalies|unusual', beyond('anomalies')],
  [
    'train|machine learning|classifier|classification model|model to|cluster analysis|clustering|feature engineering|preprocess|preprocessing|impute|imputing|normalize|encode|new feature|new column',
    beyond('building models or new columns'),
  ],
  ['why|what if|what would|explain', beyond('reasons')],
  [
    'difference between|difference in|difference of|difference|gap between|gap in|gap|differ|how much more|how many more|how much less|how many less|how many fewer|how much higher|how much lower|how much bigger|how much larger|how much better|by how much|by how many',
    { kind: 'difference' },
  ],
  ['how much heavier|how much lighter', { kind: 'difference', of: ['weight', 'mass'] }],
  [
    'how much warmer|how much hotter|how much colder|how much cooler',
    { kind: 'difference', of: ['temperature', 'temp'] },
  ],
  ['how much older|how much younger', { kind: 'difference', of: ['age'] }],
  ['how much longer|how much shorter', { kind: 'difference', of: ['duration', 'length', 'time', 'height'] }],
  ['how much taller', { kind: 'difference', of: ['height'] }],
  ['how much faster|how much slower', { kind: 'difference', of: ['speed', 'time', 'duration'] }],
  ['differences|margin of', beyond('differences')],
  [
    'go up|went up|gone up|goes up|rise|rose|risen|climb|climbed|rise in|increased|gained|jumped',
    { kind: 'growth', to: 'previousPeriod', grain: null, isAmount: true },
  ],
  [
    'fell|fallen|go down|went down|gone down|decreased|shrank|shrunk|fall in|drop in|decline in|decrease in',
    { kind: 'growth', to: 'previousPeriod', grain: null, isAmount: true, isFall: true },
  ],
  [
    'growth|growth rate|grow|grew|grown|growing|increase in|change in|change from|percent change|percentage change|% change|% growth|rate of change|grow by',
    { kind: 'growth', to: 'previousPeriod', grain: null },
  ],
  ['year over year|year on year|yoy', { kind: 'growth', to: 'previousYear', grain: null }],
  ['month over month|month on month|mom', { kind: 'growth', to: 'previousPeriod', grain: 'month' }],
  ['quarter over quarter|quarter on quarter|qoq', { kind: 'growth', to: 'previousPeriod', grain: 'quarter' }],
  ['week over week|week on week|wow', { kind: 'growth', to: 'previousPeriod', grain: 'week' }],
  ['day over day|day on day', { kind: 'growth', to: 'previousPeriod', grain: 'day' }],
  [
    'cumulative|cumulatively|running total|running total of|running sum|running sum of|cumulative sum|cumulative sum of|cumulative total|cumulative total of|year to date|ytd|accumulated',
    { kind: 'window', window: 'runningTotal' },
  ],
  [
    'moving average|moving average of|rolling average|rolling average of|rolling mean|moving mean',
    { kind: 'window', window: 'movingAverage' },
  ],
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
    'weekday|day of the week|days of the week|by weekday|day of week|week day|per weekday|each weekday|by day of the week|by day of week|each day of the week|per day of the week',
    { kind: 'part', part: 'dayOfWeek' },
  ],
  [
    'hour of the day|hour of day|time of day|hours of the day|by hour of the day|by hour of day|by time of day|hour of the day',
    { kind: 'part', part: 'hourOfDay' },
  ],
  ['month of the year|month of year|calendar month|by month of the year', { kind: 'part', part: 'monthOfYear' }],
  ['quarter of the year|calendar quarter', { kind: 'part', part: 'quarterOfYear' }],
  ['day of the month|day of month', { kind: 'part', part: 'dayOfMonth' }],
  ['what will|will be|next month|next year|next quarter|next week', beyond('forecasts')],
  ['strip plot|stripplot|violin|sankey|sunburst|radar chart', beyond('that chart')],
  [
    'probability|likelihood|chance of|chances of|odds of|mutually exclusive|independent of each other|statistically independent',
    beyond('probabilities'),
  ],
  ['per head|per capita', beyond('a figure per person')],
  ['ratio of|ratio between|ratio', { kind: 'ratio' }],
  ['divided by|over the', { kind: 'over' }],
  ['than', { kind: 'than' }],
  ['rank of|what rank|rank position|come in|comes in|stand in|stands in', { kind: 'rankOf' }],
  [
    'bands|bins|buckets|ranges|intervals|brackets|band|bin|bucket|steps|groups of|in bins of|in bands of|in steps of|in groups of',
    { kind: 'bands' },
  ],
  ['decade|decades|by decade', { kind: 'decade' }],
]

/** Words that carry no meaning of their own. */
const fillers =
  'the a an me show please can could would you i we us give get tell find see want need to like draw plot visualize visualise display create make chart charts graph graphs plot plots plotting diagram visualization visualisation using use do does did there that this these those it its they them their my our your his her some any about as into onto so then just look looks looking how also all data dataset file information info will should shall let lets know was been one set value values axes representing represent showing shows shown displaying depicting containing contain draw generate build produce provide return calculate compute determine report what respectively total overview summary mark marks color colour legend column columns field fields attribute attributes variable variables group groups grouped grouping separate separately together single multiple series view if put split broken break stacked stack trellis facet stand each level levels label labels type types method methods kind here exist exists recorded everyone everybody company altogether overall actual us together given take whether sold sell held hold among whole amount amounts figure figures either makes placed generated generates brought received occurred happened now currently many much was ones order different various most came come comes coming went goes took takes taken bought happen happens happening occur occurs occurring ended started lived lives living sell sells sold serve served travelled traveled select render rendered cluster clustered instead varies vary varied scored higher lower distinguish'.split(
    ' ',
  )

/** Every phrase of the lexicon by its words, with what it means. */
export const lexicon: ReadonlyMap<string, readonly Meaning[]> = (() => {
  const found = new Map<string, Meaning[]>()
  const add = (phrase: string, meaning: Meaning): void => {
    found.set(phrase, [...(found.get(phrase) ?? []), meaning])
  }
  for (const [phrases, meaning] of entries) for (const phrase of phrases.split('|')) add(phrase, meaning)
  for (const phrase of [
    'from table',
    'both years combined',
    'all years combined',
    'in the data',
    'of the data',
    'in this data',
    'on board',
    'aboard',
    ...particleVerbs,
  ])
    add(phrase, { kind: 'filler' })
  for (const [phrase, meaning] of adjectivePhrases) if (!found.has(phrase)) add(phrase, meaning)
  for (const word of new Set([...fillers, ...moreFillers])) if (!found.has(word)) add(word, { kind: 'filler' })
  return found
})()

/** The most words a phrase has. */
export const longestPhrase = 5

/** Words of the lexicon alone, none of which is a slip of a column's name. */
export const isLexical = (word: string): boolean => lexicon.has(word)
