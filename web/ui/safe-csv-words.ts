/** What is done to a CSV that spreadsheets open; said wherever one is offered. */
export const safeCsvWords =
  'In CSV, a cell that begins like a formula gets an apostrophe, so that no spreadsheet runs it.'
