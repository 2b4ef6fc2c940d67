/** Explains the escaping of CSV for spreadsheets; shown beside every download. */
export const safeCsvWords =
  'In CSV, a cell that begins like a formula gets an apostrophe, so that no spreadsheet runs it.'
