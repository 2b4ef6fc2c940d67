import { expect, test } from 'vitest'
import { askSource } from '#core/ask/ask-source.ts'
import { readReading, writeReading } from '#core/ask/link.ts'
import { readQuestion } from '#core/ask/read-question.ts'
import { sure } from '#core/ask/score.ts'
import { cellAt } from '#core/table/table.ts'
import { loadText } from '../../support/load-text.ts'
import { short } from './short-query.ts'

/** Whether people left, whether they work overtime; nothing of them is what the table is mainly about. */
const rows = Array.from({ length: 60 }, (_, at) =>
  [
    at % 3 === 0 ? 'Yes' : 'No',
    at % 5 < 2 ? 'Yes' : 'No',
    ['Sales', 'Research', 'Support'][at % 3],
    20 + (at % 37),
    at % 21,
    1000 + 7 * at,
  ].join(','),
)
const staff = loadText(
  'hr_attrition.csv',
  `Attrition,OverTime,Department,Age,YearsAtCompany,TotalWorkingDays\n${rows.join('\n')}\n`,
)

const asked = async (question: string): Promise<string> => {
  const [first] = readQuestion(question, (await staff).model).readings
  return first ? short(first.query) : 'nothing'
}

test.each([
  ['which department has the most attrition', 'count of Attrition=Yes by Department top 10'],
  ['which department has the highest attrition', 'share count Attrition of Attrition=Yes by Department top 10'],
  ['which department has the highest attrition rate', 'share count Attrition of Attrition=Yes by Department top 10'],
  ['department with the lowest overtime', 'share count OverTime of OverTime=Yes by Department bottom 10'],
])('[K19] %s', async (question, meant) => {
  expect(await asked(question)).toBe(meant)
})

test.each([
  ['which department is best', '“best” by which figure?'],
  ['top 2 departments', '“top 2” by which figure?'],
  ['median by department', '“median” of which figure?'],
])('[H8] %s', async (question, back) => {
  const answer = await askSource(question, await staff)
  if (answer.status !== 'clarify') return expect.fail(answer.status)
  expect(answer.question).toBe(back)
  expect(new Set(answer.readings.map(({ title }) => title)).size).toBeGreaterThan(2)
})

test('[K14] a total of something else is no revenue', async () => {
  const answer = await askSource('total revenue', await staff)
  expect(answer.status).toBe('refuse')
})

test('years of service are a measure, and no calendar', async () => {
  const { model } = await staff
  expect(model.columns.find(({ name }) => name === 'YearsAtCompany')?.role).toBe('measure')
  expect(model.timeColumn).toBeNull()
})

const rowsOfAssets = Array.from({ length: 40 }, (_, at) =>
  [`P${at}`, ['Rack', 'Server'][at % 2], 100 + at, `20${10 + (at % 9)}-0${1 + (at % 9)}-11`].join(','),
)
const assets = loadText('stock.csv', `asset_tag,model_category,cost,bought_on\n${rowsOfAssets.join('\n')}\n`)

test.each([
  ['average cost by type of asset', 'mean cost by model_category'],
  ['how many assets of each kind of model', 'count by model_category'],
])('[K20] %s', async (question, meant) => {
  const [first] = readQuestion(question, (await assets).model).readings
  expect(first && short(first.query)).toBe(meant)
})

test.each([
  ['cost by item in decades', 'by item'],
  ['average cost by asset in 5 steps of cost by item', 'by item'],
])('[H1] %s: what groups nothing is not passed over', async (question, words) => {
  const answer = await askSource(question, await assets)
  if (answer.status !== 'refuse') return expect.fail(answer.status)
  expect(answer.reason).toContain(words)
})

test('[H1] two conditions that no row meets are not answered by nothing', async () => {
  const answer = await askSource('rack cost for every server', await assets)
  expect(answer.status).toBe('refuse')
})

test.each([
  ['Boss wants this by noon: total cost by model category', 'Boss wants this by noon'],
  ['I was asked about laptops - how many racks are there?', 'I was asked about laptops'],
])('[H9] %s', async (question, aside) => {
  const answer = await askSource(question, await assets)
  if (answer.status !== 'answer') return expect.fail(answer.status)
  expect(answer.text).toMatch(new RegExp(`^“${aside}” was not used\\. `, 'u'))
  expect(answer.confidence).toBeLessThan(sure)
  const linked = readReading(writeReading(answer.reading), (await assets).model)
  expect(linked?.leftOut).toBe(aside)
})

test('[H9] a clause that says something of the data is not left out', async () => {
  const answer = await askSource('For racks of the boys: total cost', await assets)
  expect(answer.status).toBe('refuse')
})

const tickets = loadText(
  'tickets.csv',
  `ticket_id,caller,dept_no,hours\n${Array.from({ length: 60 }, (_, at) => [`T${at}`, ['Ann', 'Bo', 'Cy'][at % 3], 10 * (1 + (at % 4)), at % 9].join(',')).join('\n')}\n`,
)

const askedOf = async (question: string): Promise<string> => {
  const [first] = readQuestion(question, (await tickets).model).readings
  return first ? short(first.query) : 'nothing'
}

test.each([
  ['which caller raises the most tickets', 'count by caller top 10'],
  ['number of tickets raised by each caller', 'count by caller'],
])('[K21] %s', async (question, meant) => {
  expect(await askedOf(question)).toBe(meant)
})

test.each([
  ['how many tickets in dept 20', 'count if dept_no=20'],
  ['how many tickets are in neither dept 20 nor dept 30', 'count if not dept_no=20 & not dept_no=30'],
])('[K3] %s', async (question, meant) => {
  expect(await askedOf(question)).toBe(meant)
})

test('[K21] a verb that says in which state something is is no such verb', async () => {
  const answer = await askSource('which caller closed the most tickets', await tickets)
  expect(answer.status === 'refuse' && answer.reason).toContain('closed')
})

const stations = loadText(
  'places.csv',
  `station_name,dock_count,town,opened_on\n${Array.from({ length: 40 }, (_, at) => [`Stop ${at}`, 11 + (at % 9), ['Kiel', 'Bonn'][at % 2], `2014-0${1 + (at % 8)}-${10 + (at % 17)}`].join(',')).join('\n')}\n`,
)

test.each([
  ['[C1]', 'how many docks do we have', 'sum dock_count'],
  ['[C1]', 'how many docks in Kiel', 'sum dock_count if town=Kiel'],
  ['[G2]', 'newest station', 'rows station_name,opened_on top 1'],
  ['[M1]', 'which town comes up most', 'count by town top 10'],
])('%s %s', async (_, question, meant) => {
  const [first] = readQuestion(question, (await stations).model).readings
  expect(first && short(first.query)).toBe(meant)
})

test('[H1] “return” asks at the beginning, and means something elsewhere', async () => {
  const answer = await askSource('what is the return on docks', await stations)
  expect(answer.status === 'refuse' && answer.reason).toContain('return')
})

const companies = loadText(
  'shop_staff__company.csv',
  `Company_ID,Name,Hospital beds,Sector\n${Array.from({ length: 40 }, (_, at) => [at + 1, `Firm ${at}`, 10 + at, ['Oil', 'Bank'][at % 2]].join(',')).join('\n')}\n`,
)

test.each(['how many staff does Firm 7 have', 'what share of hospitals are oil'])(
  '[H1] %s: neither the folder of a file nor what a figure is of names anything',
  async (question) => {
    expect((await askSource(question, await companies)).status).not.toBe('answer')
  },
)

const firms = loadText(
  'firms.csv',
  `company_id,name,sector,profits_in_billion,market_value_in_billion\n${Array.from({ length: 40 }, (_, at) => [at + 100, `Firm ${at}`, ['Oil', 'Bank', 'Cars'][at % 3], (at % 11) * 2.5, 20 + at].join(',')).join('\n')}\n`,
)
const meantOfFirms = async (question: string): Promise<string> => {
  const [first] = readQuestion(question, (await firms).model).readings
  return first ? short(first.query) : 'nothing'
}

test.each([
  ['profits by company', 'sum profits_in_billion by name'],
  ['profits by company id', 'sum profits_in_billion by company_id'],
])('[C10] %s', async (question, meant) => {
  expect(await meantOfFirms(question)).toBe(meant)
})

test.each([
  ['total market value by sector', 'sum market_value_in_billion by sector'],
  ['how many companies have profits over 20 billion', 'count if profits_in_billion greater 20'],
])('[C11] %s', async (question, meant) => {
  expect(await meantOfFirms(question)).toBe(meant)
})

test('[K2] an average is a condition on groups: sectors averaging more than 10 billion', async () => {
  const [first] = readQuestion('sectors averaging more than 10 billion in profits', (await firms).model).readings
  expect(first?.query.having).toEqual([{ op: 'greater', column: 'Average profits_in_billion', value: 10 }])
})

const goals = loadText(
  'plans.csv',
  `owner,state,start_date,end_date,percent_complete\n${Array.from({ length: 60 }, (_, at) => [['Ann', 'Bo', 'Cy'][at % 3], ['Completed', 'In Progress', 'Cancelled'][at % 3], `2023-0${1 + (at % 9)}-15`, `2024-0${1 + (at % 9)}-15`, at].join(',')).join('\n')}\n`,
)

test.each([
  ['[C3]', 'how many were finished', 'count if state=Completed'],
  ['[C1]', 'average progress by owner', 'mean percent_complete by owner'],
  [
    '[C1]',
    'how many goals are due in March 2024',
    'count if end_date greaterOrEqual 2024-03-01 and end_date less 2024-04-01',
  ],
  [
    '[C1]',
    'how many goals start in March 2023',
    'count if start_date greaterOrEqual 2023-03-01 and start_date less 2023-04-01',
  ],
])('%s %s', async (_, question, meant) => {
  const [first] = readQuestion(question, (await goals).model).readings
  expect(first && short(first.query)).toBe(meant)
})

const baskets = loadText(
  'baskets.csv',
  `customer,product,amount\n${Array.from({ length: 60 }, (_, at) => [['Ann', 'Bo', 'Cy', 'Di'][at % 4], ['Lamp', 'Chair', 'Desk'][at % 3 === 2 || at % 4 === 3 ? 2 : at % 3], 10 + at].join(',')).join('\n')}\n`,
)

test('[K35] both values stand in the rows of each that is counted', async () => {
  const answer = await askSource('how many customers bought both Lamp and Chair', await baskets)
  if (answer.status !== 'answer') return expect.fail(answer.status)
  expect(answer.text).toMatch(/^3 of (3|4) customers/)
})

test('[K35] of rows, which have one each, either will do', async () => {
  const [first] = readQuestion('total amount of both Lamp and Chair', (await baskets).model).readings
  expect(first && short(first.query)).toBe('sum amount if product=Lamp|Chair')
})

test('[K11] growth is from the earlier period, whichever was named first', async () => {
  const of = async (question: string): Promise<number> => {
    const answer = await askSource(question, await assets)
    if (answer.status !== 'answer') return expect.fail(answer.status)
    const [column] = answer.table.columns
    return Number(column ? cellAt(column, 0) : null)
  }
  expect(await of('growth of total cost 2017 compared with 2011')).toBe(
    await of('growth of total cost from 2011 to 2017'),
  )
})

test('[G2] which company: the row is named, not its figure alone', async () => {
  const [first] = readQuestion('which company made the biggest profit', (await firms).model).readings
  expect(first?.query.columns.slice(0, 1)).toEqual(['name'])
})

const weather = loadText(
  'data.csv',
  `time,humidity,length,rings\n${Array.from({ length: 90 }, (_, at) => [`2017-0${1 + (at % 3)}-${10 + (at % 18)}`, 40 + (at % 50), (at % 11) / 10, 3 + (at % 11)].join(',')).join('\n')}\n`,
)

test('[M5] rows that are taken for what the question calls them are a guess, and never sure', async () => {
  const answer = await askSource('rentals by month', await weather)
  if (answer.status !== 'answer') return expect.fail(answer.status)
  expect(answer.reading.chips[0]?.text).toBe('Count of rows, taken for rentals')
  expect(answer.confidence).toBeLessThan(sure)
})

test.each([
  ['[W6]', 'how many are longer than 0.6', 'count if length greater 0.6'],
  ['[N6]', 'does length go with rings', 'rows rings,length'],
])('%s %s', async (_, question, meant) => {
  const [first] = readQuestion(question, (await weather).model).readings
  expect(first && short(first.query).split(' by ')[0]).toBe(meant)
})
