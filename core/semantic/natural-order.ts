const scalesOfWords: readonly string[] = [
  'monday tuesday wednesday thursday friday saturday sunday',
  'mon tue wed thu fri sat sun',
  'mon tues wed thurs fri sat sun',
  'january february march april may june july august september october november december',
  'jan feb mar apr may jun jul aug sep oct nov dec',
  'jan feb mar apr may jun jul aug sept oct nov dec',
  'q1 q2 q3 q4',
  'spring summer autumn winter',
  'spring summer fall winter',
  'morning noon afternoon evening night',
  'xxs xs s m l xl xxl xxxl',
  'extra small|small|medium|large|extra large',
  'tiny small medium large huge',
  'very low|low|medium|high|very high',
  'low moderate high',
  'low normal high critical',
  'none low medium high urgent',
  'minor major critical',
  'never rarely sometimes often always',
  'never seldom occasionally frequently always',
  'never rarely sometimes usually always',
  'not at all|slightly|somewhat|very|extremely',
  'strongly disagree|disagree|neutral|agree|strongly agree',
  'strongly disagree|disagree|neither agree nor disagree|agree|strongly agree',
  'strongly disagree|somewhat disagree|neither agree nor disagree|somewhat agree|strongly agree',
  'very dissatisfied|dissatisfied|neutral|satisfied|very satisfied',
  'very unsatisfied|unsatisfied|neutral|satisfied|very satisfied',
  'very poor|poor|fair|good|very good|excellent',
  'very bad|bad|average|good|very good',
  'below college|college|bachelor|master|doctor',
  'beginner intermediate advanced expert',
  'junior mid senior lead',
  'bronze silver gold platinum',
  'first second third fourth fifth sixth seventh eighth ninth tenth',
  'daily weekly monthly quarterly yearly',
]

const wordsOf = (scale: string): readonly string[] => scale.split(scale.includes('|') ? '|' : ' ')
const scales: readonly ReadonlyMap<string, number>[] = scalesOfWords.map(
  (scale) => new Map(wordsOf(scale).map((word, at) => [word, at])),
)

/** Amounts may have a currency before and a unit behind: `$10k`, `1,500`. */
const span =
  /^[$€£]?\s?(\d[\d,]*(?:\.\d+)?)\s?([kmb]?)\s?(?:-|–|—|to|until)\s?[$€£]?\s?(\d[\d,]*(?:\.\d+)?)\s?([kmb]?)\b/i
const above =
  /^(?:over|above|more than|>=?|≥)\s?[$€£]?\s?(\d[\d,]*(?:\.\d+)?)\s?([kmb]?)|^[$€£]?\s?(\d[\d,]*(?:\.\d+)?)\s?([kmb]?)\s?(?:\+|plus|and (?:over|above|older|more))/i
const below = /^(?:under|below|less than|up to|<=?|≤)\s?[$€£]?\s?(\d[\d,]*(?:\.\d+)?)\s?([kmb]?)/i
const ordinal = /^(\d+)(?:st|nd|rd|th)\b/i
const factors: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 }

const numberOf = (digits = '', unit = ''): number =>
  Number(digits.replaceAll(',', '')) * (factors[unit.toLowerCase()] ?? 1)

/** Where a range begins: `18-24`, `65+`, `under 18`, `$10k to $20k`; null where the text is none. */
function startOfRange(text: string): number | null {
  const between = span.exec(text)
  if (between) return numberOf(between[1], between[2] || between[4])
  const from = above.exec(text)
  // Behind a range that begins at the same number.
  if (from) return numberOf(from[1] ?? from[3], from[2] ?? from[4]) + 0.1
  const to = below.exec(text)
  if (to) return numberOf(to[1], to[2]) - Number.MAX_SAFE_INTEGER / 2
  const place = ordinal.exec(text)
  return place ? Number(place[1]) : null
}

/** Fewer ranges than this may be codes that only look like some. */
const fewestRanges = 3

function ranksOfRanges(texts: readonly string[]): readonly number[] | null {
  const starts = texts.map(startOfRange)
  const known = starts.filter((start) => start !== null)
  return known.length === texts.length && new Set(known).size >= fewestRanges ? known : null
}

function ranksOfWords(texts: readonly string[]): readonly number[] | null {
  const scale = scales.find((words) => texts.every((text) => words.has(text)))
  return scale ? texts.map((text) => scale.get(text) ?? 0) : null
}

/**
 * The place of each text in an order that people know: weekdays, months, sizes, grades of agreement, ranges, ordinals.
 * Null where the texts have none, or are fewer than two.
 */
export function naturalRanks(texts: readonly string[]): readonly number[] | null {
  const plain = texts.map((text) => text.trim().toLowerCase())
  if (new Set(plain).size < 2) return null
  return ranksOfWords(plain) ?? ranksOfRanges(plain)
}

/** The texts in the order that people know; null where they have none. */
export function inNaturalOrder(texts: readonly string[]): readonly string[] | null {
  const ranks = naturalRanks(texts)
  if (ranks === null) return null
  const places = texts.map((_, at) => at).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0))
  return places.flatMap((at) => texts[at] ?? [])
}
