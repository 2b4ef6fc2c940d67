import { isTimeZone } from '../calendar.ts'
import { type Check, type ModelProblem, wrong } from './check.ts'
import { ownValue } from '../../../own-value.ts'

/** The default time column must contain moments or years, and the time zone must exist. */
export const checkTime: Check = ({ document, find }) => {
  const problems: ModelProblem[] = []
  const { timeColumn, calendar } = document
  if (typeof timeColumn === 'string') {
    const column = find(timeColumn)
    const role = ownValue(document.columns, timeColumn)?.role ?? column?.role
    if (!column)
      problems.push(wrong(['timeColumn'], `“${timeColumn}” is not in the data.`, 'Choose another column of dates.'))
    else if (role !== 'time')
      problems.push(wrong(['timeColumn'], `${column.label} does not hold dates.`, 'Choose a column of dates.'))
  }
  if (calendar && !isTimeZone(calendar.timeZone)) {
    const hint = 'Name it as Europe/Berlin or America/New_York, or choose UTC.'
    problems.push(wrong(['calendar', 'timeZone'], `“${calendar.timeZone}” is not a time zone.`, hint))
  }
  return problems
}
