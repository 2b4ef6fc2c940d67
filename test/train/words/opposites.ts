/**
 * Words that stand on two sides of one thing, or beside each other in one kind: near in meaning, often written of the
 * same data, and never meant by each other. Checked by hand; WordNet's own opposites are added.
 */
const groups =
  'buy sell|buyer seller|purchase sale|purchaser vendor|min max|minimum maximum|least most|home away|win loss draw tie defeat|won lost drawn|winner loser|import export|debit credit|arrival departure|arrive depart|start end|beginning finish|begin finish|first last|origin destination|source target|supply demand|income expense expenditure cost|revenue cost expense|profit loss|gain loss|price cost value worth|asset liability|parent child|mother father|son daughter|brother sister|husband wife|man woman|boy girl|male female|employer employee|teacher student pupil|doctor patient|customer supplier vendor seller|client supplier|lender borrower|landlord tenant|owner renter|birth death|born died|east west north south|inbound outbound|gross net|planned actual|budget actual|forecast actual|open close closed|high low|top bottom|upper lower|increase decrease|upload download|send receive|sent received|hit miss|offence defence offense defense|day night|morning evening afternoon|attacker defender|forward defender midfielder goalkeeper striker winger|host guest|winner runner|city state country county province region continent district|town country|day week month quarter year hour minute second|length width height depth|height weight|area volume|longitude latitude|quantity price|number name|name number|rank score|score goal point|age year|team league|player team|coach player|manager employee|department company|position name|type name|title name|email phone address|credit cash|breakfast lunch dinner|bachelor master doctorate|red blue green yellow white black|spring summer autumn winter|gold silver bronze|rich poor|old new young|hot cold|fast slow|big small large little|good bad|true false|yes no|pass fail|accept reject|approve decline reject|hire fire|join leave|enter exit|buy rent lease|single double triple|question answer|request response|cause effect|teacher school|doctor hospital'

const against = new Map<string, Set<string>>()
for (const group of groups.split('|')) {
  const words = group.split(' ')
  for (const word of words) against.set(word, new Set([...(against.get(word) ?? []), ...words]))
}

/** Are they two sides of one thing? */
export const areOpposite = (a: string, b: string): boolean => against.get(a)?.has(b) === true
