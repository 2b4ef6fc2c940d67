/**
 * Words that carry no meaning of their own: of talk, of being and doing, of showing. A word that says in which state
 * something is (`open`, `completed`, `returned`, `available`) is none of them.
 */
const talk =
  'please pls plz everything something anything stuff can could would you i we us me give tell find see want need like know think wonder wondering help show let lets ok okay hi hey hello thanks thank quick quickly simply just really actually basically roughly approximately about around exactly precisely currently right now so far yet still again ever also too else instead either well maybe perhaps kind sort bit own our your their his her its my they them it he she there here this that these those then such the a an already atm fine usual very'
const doing =
  'earn earns earned do does did done doing make makes made making take takes took taken taking get gets got getting placed places happen happens happened happening occur occurs occurred occurring exist exists existed go goes went gone going ran running come comes came coming worked using brought create created serving carrying generate generated generates produce produced produces receive received receives contain contains contained includes including belong belongs appear appears appeared covered sell sells sold selling bought travelled traveled rode ridden drove flew book offer provide see saw looked looking compute calculate determine count counted stand stands represent represents represented denoted sit sits sat sitting lie lies lying logged captured registered tracked documented observed reached reaches'
const showing =
  'check identify perform conduct draw plot visualize visualise display create graph graphs plots plotting diagram visualization visualisation chart charts using as into onto axes representing showing shows shown displaying depicting containing build generates summary overview mark marks color colour colors colours point points dot dots axis legend columns fields attribute attributes variable variables'
const pastWords =
  'nationwide worldwide globally altogether together overall everyone everybody anybody anyone someone whole entire entirely given across various different data dataset file information info'

/** Verbs of being and doing, which name a column only where they are its whole name. */
export const lightVerbs: ReadonlySet<string> = new Set(doing.split(' '))

export const moreFillers: readonly string[] = [talk, doing, showing, pastWords].flatMap((words) => words.split(' '))

/** Every form of a verb with each of its particles: `show up`, `came out`, `ended up`. */
const withParticles: readonly (readonly [forms: string, particles: string])[] = [
  ['show shows showed shown showing', 'up'],
  ['turn turns turned turning', 'up out'],
  ['end ends ended ending', 'up'],
  ['wind winds wound', 'up'],
  ['pop pops popped', 'up'],
  ['come comes came coming', 'out up through'],
  ['put puts putting', 'out'],
  ['bring brings brought', 'out'],
  ['go goes went gone', 'out through'],
  ['roll rolled rolls', 'out'],
  ['kick kicks kicked', 'off'],
  ['fill filled', 'in out'],
  ['write wrote written', 'down'],
]

/** Verbs whose particle adds nothing; `came in` and its like, which speak of an order of rows, are none of them. */
export const particleVerbs: readonly string[] = [
  ...withParticles.flatMap(([forms, particles]) =>
    forms.split(' ').flatMap((form) => particles.split(' ').map((particle) => `${form} ${particle}`)),
  ),
  'in all',
  'all told',
  'all in all',
  'at the moment',
  'as we speak',
  'on record',
  'in the world',
  'i e',
  'e g',
]
