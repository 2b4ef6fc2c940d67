import type { OwnFile } from '../../support/own-files/registry.ts'

/** A question, the Query that it means, and SQL that DuckDB answers the same. */
export type Case = readonly [question: string, meant: string, sql: string]

/** What people ordinarily ask of files like those of the project's own making. */
export const ownQuestions: Readonly<Record<OwnFile, readonly Case[]>> = {
  sales: [
    ['total sales by store', 'sum Total by Store', 'SELECT "Store", sum("Total") FROM t GROUP BY 1'],
    ['how many receipts', 'count', 'SELECT count(*) FROM t'],
    [
      'how many units of furniture did we sell in Porto',
      'sum Units if Category=Furniture & Store=Porto',
      `SELECT sum("Units") FROM t WHERE "Category" = 'Furniture' AND "Store" = 'Porto'`,
    ],
    [
      'monthly total of lighting',
      'sum Total by Sold on@month if Category=Lighting',
      `SELECT strftime(date_trunc('month', "Sold on"), '%Y-%m-%d'), sum("Total") FROM t WHERE "Category" = 'Lighting' GROUP BY 1`,
    ],
    [
      'top 3 items by units',
      'sum Units by Item top 3',
      'SELECT "Item", sum("Units") FROM t GROUP BY 1 ORDER BY 2 DESC, min(rowid) LIMIT 3',
    ],
    [
      'how many receipts have no customer',
      'count if isNull Customer',
      'SELECT count(*) FROM t WHERE "Customer" IS NULL',
    ],
    [
      'what percentage of total comes from Textiles',
      'share sum Total of Category=Textiles',
      `SELECT sum("Total") FILTER ("Category" = 'Textiles') / sum("Total") FROM t`,
    ],
  ],
  staff: [
    ['how many employees', 'count', 'SELECT count(*) FROM t'],
    [
      'average salary by department',
      'mean Salary by Department',
      'SELECT "Department", avg("Salary") FROM t GROUP BY 1',
    ],
    ['highest salary', 'max Salary', 'SELECT max("Salary") FROM t'],
    ['median salary in Milan', 'median Salary if City=Milan', `SELECT median("Salary") FROM t WHERE "City" = 'Milan'`],
    [
      'how many employees in Support with salary above 60000',
      'count if Salary greater 60000 & Department=Support',
      `SELECT count(*) FROM t WHERE "Department" = 'Support' AND "Salary" > 60000`,
    ],
    [
      'employees per department and city',
      'count by Department, City',
      'SELECT "Department", "City", count(*) FROM t GROUP BY 1, 2',
    ],
    [
      'how many employees with hire date in 2021',
      'count if Hire date greaterOrEqual 2021-01-01 and Hire date less 2022-01-01',
      'SELECT count(*) FROM t WHERE year("Hire date") = 2021',
    ],
    ['how many employees have no rating', 'count if isNull Rating', 'SELECT count(*) FROM t WHERE "Rating" IS NULL'],
  ],
  survey: [
    ['how many respondents', 'count', 'SELECT count(*) FROM t'],
    ['average age by country', 'mean Age by Country', 'SELECT "Country", avg("Age") FROM t GROUP BY 1'],
    [
      'how many respondents are from Ghana',
      'count if Country=Ghana',
      `SELECT count(*) FROM t WHERE "Country" = 'Ghana'`,
    ],
    ['how many are older than 60', 'count if Age greater 60', 'SELECT count(*) FROM t WHERE "Age" > 60'],
    [
      'percentage of respondents from Japan',
      'share count of Country=Japan',
      `SELECT count(*) FILTER ("Country" = 'Japan') / count(*) FROM t`,
    ],
    ['youngest age', 'min Age', 'SELECT min("Age") FROM t'],
  ],
  sensors: [
    [
      'average temperature by sensor',
      'mean temperature_c by sensor',
      'SELECT sensor, avg(temperature_c) FROM t GROUP BY 1',
    ],
    ['highest humidity', 'max humidity_pct', 'SELECT max(humidity_pct) FROM t'],
    [
      'lowest temperature on the roof',
      'min temperature_c if sensor=roof',
      `SELECT min(temperature_c) FROM t WHERE sensor = 'roof'`,
    ],
    [
      'average humidity per day',
      'mean humidity_pct by measured_at@day',
      `SELECT strftime(date_trunc('day', measured_at), '%Y-%m-%d'), avg(humidity_pct) FROM t GROUP BY 1`,
    ],
    [
      'how many rows with temperature above 20',
      'count if temperature_c greater 20',
      'SELECT count(*) FROM t WHERE temperature_c > 20',
    ],
    ['minimum battery by sensor', 'min battery_v by sensor', 'SELECT sensor, min(battery_v) FROM t GROUP BY 1'],
  ],
  movies: [
    ['how many movies', 'count', 'SELECT count(*) FROM t'],
    ['average score by genre', 'mean Score by Genre', 'SELECT "Genre", avg("Score") FROM t GROUP BY 1'],
    ['total gross by genre', 'sum Gross by Genre', 'SELECT "Genre", sum("Gross") FROM t GROUP BY 1'],
    [
      'movies per year',
      'count by Released@year',
      `SELECT strftime(date_trunc('year', "Released"), '%Y-%m-%d'), count(*) FROM t GROUP BY 1`,
    ],
    ['how many horror movies', 'count if Genre=Horror', `SELECT count(*) FROM t WHERE "Genre" = 'Horror'`],
    ['how many movies score below 5', 'count if Score less 5', 'SELECT count(*) FROM t WHERE "Score" < 5'],
    ['biggest budget', 'max Budget', 'SELECT max("Budget") FROM t'],
    ['how many directors', 'distinct Director', 'SELECT count(DISTINCT "Director") FROM t'],
  ],
}
