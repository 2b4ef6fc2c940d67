/** How the keys of personal tokens begin, so that people and scanners of secrets know them. */
export const tokenPrefix = 'ew_'
