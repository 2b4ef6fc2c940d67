/** English month names, January first. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The same in lower case. */
export const months = monthNames.map((name) => name.toLowerCase())

/** The same in three letters: `Jan`. */
export const shortMonths = monthNames.map((name) => name.slice(0, 3))
