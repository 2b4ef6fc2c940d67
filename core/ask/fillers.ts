/**
 * Words that carry no meaning of their own: of talk, of being and doing, of showing. A verb that changes what it is
 * said of (`returned`, `refunded`, `cancelled`) is none of them.
 */
const talk =
  'please can could would you i we us me give tell find see want need like know think wonder wondering help show let lets ok okay hi hey hello thanks thank quick quickly simply just really actually basically roughly approximately about around exactly precisely currently right now so far yet still again ever also too else instead either well maybe perhaps kind sort bit own our your their his her its my their they them it he she there here this that these those then such the a an'
const doing =
  'earn earns earned do does did done doing make makes made making take takes took taken taking get gets got getting place placed places happen happens happened happening occur occurs occurred occurring take exist exists existed go goes went gone going run runs ran running come comes came coming work works worked working live lives lived living use uses used using keep keeps kept bring brings brought record recorded records register registered log logged logs list listed raise raised submit submitted create created open opened issue issued hold holds held handle handled handles serve serves served serving carry carries carried carrying perform performed performs achieve achieved reach reached generate generated generates produce produced produces bring receive received receives contain contains contained include includes included including involve involved belong belongs appear appears appeared cover covers covered sell sells sold selling buy buys bought deal deals travel travels travelled traveled ride rides rode ridden drive drives drove fly flies flew visit visits visited arrange arranged book booked order ordered offer offered provide provided deliver complete completed conduct conducted report reported see saw seen look looks looked looking compute calculate determine count counted measured written stand stands represent represents represented identified denoted'
const showing =
  'draw plot visualize visualise display create graph graphs plots plotting diagram visualization visualisation chart charts using as into onto axes representing showing shows shown displaying depicting containing return build generates summary overview mark marks color colour legend columns fields attribute attributes variable variables'
const pastWords =
  'altogether together overall everyone everybody anybody anyone someone company whole entire entirely available possible given across various different actual main certain data dataset file information info record'

/** Verbs of being and doing, which name a column only where they are its whole name. */
export const lightVerbs: ReadonlySet<string> = new Set(doing.split(' '))

export const moreFillers: readonly string[] = [talk, doing, showing, pastWords].flatMap((words) => words.split(' '))
