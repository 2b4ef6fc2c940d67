import type { Row } from './row.ts'

/** Failures of SQL written by people. */
export const sqlFailures = {
  'sql/empty': {
    status: 422,
    say: () => ({
      message: 'There is no SQL to run.',
      hint: 'Write a query, such as SELECT * FROM a_dataset LIMIT 10.',
    }),
  },
  'sql/too-long': {
    status: 413,
    say: (p: { limit: number }) => ({
      message: `This SQL is longer than ${p.limit.toLocaleString('en')} characters.`,
      hint: 'Split it into several queries, or put long lists of values into a dataset.',
    }),
  },
  'sql/too-deep': {
    status: 422,
    say: (p: { limit: number }) => ({
      message: `This SQL has brackets more than ${p.limit} deep.`,
      hint: 'Name its parts with WITH, so that they stand one after the other.',
    }),
  },
  'sql/character': {
    status: 422,
    say: (p: { character: string; code: string }) => ({
      message: `The character “${p.character}” (${p.code}) has no meaning in SQL here.`,
      hint: 'Type it anew, or put it in quotes if it belongs to a text or a name.',
    }),
  },
  'sql/unclosed': {
    status: 422,
    say: (p: { what: string; close: string }) => ({
      message: `${p.what} is opened and never closed.`,
      hint: `Add the missing ${p.close}.`,
    }),
  },
  'sql/unopened': {
    status: 422,
    say: (p: { found: string }) => ({
      message: `There is a “${p.found}” without its opening bracket.`,
      hint: 'Remove it, or add the bracket that opens it.',
    }),
  },
  'sql/quoting': {
    status: 422,
    say: (p: { what: string; instead: string }) => ({ message: `${p.what} cannot be used here.`, hint: p.instead }),
  },
  'sql/parameter': {
    status: 422,
    say: (p: { name: string }) => ({
      message: `“${p.name}” stands for a value that nobody fills in.`,
      hint: 'Write the value itself.',
    }),
  },
  'sql/several': {
    status: 422,
    say: () => ({
      message: 'There are several statements; one is run at a time.',
      hint: 'Select the one you mean and run the selection, or remove the semicolon.',
    }),
  },
  'sql/not-a-query': {
    status: 422,
    say: (p: { word: string; instead: string }) => ({
      message: `${p.word} does not begin a query, and only queries over your datasets are run here.`,
      hint: p.instead,
    }),
  },
  'sql/file': {
    status: 422,
    say: (p: { path: string }) => ({
      message: `“${p.path}” is read as a file or an address, and SQL here reads only your datasets.`,
      hint: 'Load the file as a dataset first, then use the name of that dataset.',
    }),
  },
  'sql/unknown-table': {
    status: 422,
    say: (p: { table: string; nearest: string | null; tables: readonly string[] }) => ({
      message: `There is no dataset “${p.table}”.${p.nearest === null ? '' : ` Did you mean ${p.nearest}?`}`,
      hint:
        p.tables.length === 0
          ? 'Load a file first; it can then be used by its name.'
          : `You can use ${p.tables.slice(0, 12).join(', ')}${p.tables.length > 12 ? ' and more' : ''}.`,
    }),
  },
  'sql/table-expected': {
    status: 422,
    say: (p: { found: string }) => ({
      message: `A dataset should follow here, not “${p.found}”.`,
      hint: 'After FROM or JOIN write the name of a dataset, or a query in brackets.',
    }),
  },
  'sql/qualified-table': {
    status: 422,
    say: (p: { name: string }) => ({
      message: `“${p.name}” names a schema or a catalog, and there is none to choose here.`,
      hint: 'Use the name of the dataset alone.',
    }),
  },
  'sql/reserved-name': {
    status: 422,
    say: (p: { name: string }) => ({
      message: `A part of a query cannot be called “${p.name}” here.`,
      hint: 'Choose a name of letters, digits and underscores that is not one of the database itself.',
    }),
  },
  'sql/function': {
    status: 422,
    say: (p: { name: string; nearest: string | null }) => ({
      message: `The function ${p.name} is not allowed here.${p.nearest === null ? '' : ` Did you mean ${p.nearest}?`}`,
      hint: 'Functions that compute with values are; those that read files, settings or the system are not.',
    }),
  },
  'sql/table-function': {
    status: 422,
    say: (p: { name: string }) => ({
      message: `${p.name} cannot be read from; only datasets can.`,
      hint: 'Write the name of a dataset after FROM; unnest, range and generate_series may stand there too.',
    }),
  },
  'sql/into': {
    status: 422,
    say: () => ({
      message: 'INTO would write a table, and only reading is allowed here.',
      hint: 'Leave INTO out; the result can be exported.',
    }),
  },
  'sql/too-much': {
    status: 422,
    say: (p: { name: string; limit: number }) => ({
      message: `${p.name} would make more than ${p.limit.toLocaleString('en')} of something here.`,
      hint: `Give it a plain number of at most ${p.limit.toLocaleString('en')}.`,
    }),
  },
  'sql/pairs': {
    status: 422,
    say: (p: { pairs: string }) => ({
      message: `This looks at every row with every other: about ${p.pairs} pairs.`,
      hint: 'Join with an equality of columns (ON a.id = b.id, or USING), and filter or group each side first.',
    }),
  },
  'sql/too-many-parts': {
    status: 422,
    say: (p: { limit: number }) => ({
      message: `This query reads from more than ${p.limit} places; sub-queries that look at the row outside count several times.`,
      hint: 'Split it into several queries, or compute with GROUP BY and JOIN what sub-queries look up for each row.',
    }),
  },
  'sql/endless': {
    status: 422,
    say: (p: { name: string }) => ({
      message: `“${p.name}” repeats itself with nothing that ends it.`,
      hint: 'Add a WHERE to its second part, such as WHERE level < 10.',
    }),
  },
  'sql/no-counterpart': {
    status: 422,
    say: (p: { what: string; instead: string }) => ({
      message: `${p.what} has no counterpart in Explore.`,
      hint: p.instead,
    }),
  },
  'sql/unexpected': {
    status: 422,
    say: (p: { found: string; wanted: string }) => ({ message: p.found, hint: p.wanted }),
  },
  'sql/pattern': {
    status: 422,
    say: (p: { name: string; limit: number }) => ({
      message: `The pattern of ${p.name} must stand in the query as one text of at most ${p.limit} characters.`,
      hint: 'Write the pattern itself in single quotes; to look for the text of another column use contains or LIKE.',
    }),
  },
  'sql/too-costly': {
    status: 422,
    say: (p: { name: string }) => ({
      message: `${p.name} is given texts that are too long: its work grows with their lengths multiplied.`,
      hint: 'Shorten them first, such as left(name, 200), or compare with =, contains or starts_with.',
    }),
  },
  'sql/syntax': {
    status: 422,
    say: (p: { word: string | null }) => ({
      message: p.word === null ? 'The query ends before it is complete.' : `“${p.word}” cannot stand here.`,
      hint: 'Look at what stands just before it: a missing comma, bracket or word is the most common cause.',
    }),
  },
  'sql/unknown-column': {
    status: 422,
    say: (p: { column: string; nearest: string | null; columns: readonly string[] }) => ({
      message: `There is no column “${p.column}”.${p.nearest === null ? '' : ` Did you mean “${p.nearest}”?`}`,
      hint:
        p.columns.length === 0
          ? 'Check the name against the columns that are listed beside the editor; a text stands in single quotes.'
          : `Columns with names like it: ${p.columns.join(', ')}. A text stands in single quotes.`,
    }),
  },
  'sql/unknown-alias': {
    status: 422,
    say: (p: { table: string; tables: readonly string[] }) => ({
      message: `“${p.table}” is not among what this query reads from.`,
      hint:
        p.tables.length === 0
          ? 'Add it after FROM, or leave the name and its dot out.'
          : `The query reads from ${p.tables.join(', ')}; write one of these before the dot, or add it after FROM.`,
    }),
  },
  'sql/ambiguous-column': {
    status: 422,
    say: (p: { column: string; choices: readonly string[] }) => ({
      message: `“${p.column}” could be a column of several datasets.`,
      hint: `Say which one you mean: ${p.choices.join(' or ')}.`,
    }),
  },
  'sql/not-grouped': {
    status: 422,
    say: (p: { column: string }) => ({
      message: `“${p.column}” is neither grouped by nor computed of each group.`,
      hint: `Add it to GROUP BY, or write any_value(${p.column}).`,
    }),
  },
  'sql/misplaced': {
    status: 422,
    say: (p: { what: string; instead: string }) => ({ message: p.what, hint: p.instead }),
  },
  'sql/unknown-function': {
    status: 422,
    say: (p: { name: string; nearest: string | null }) => ({
      message: `There is no function ${p.name}.${p.nearest === null ? '' : ` Did you mean ${p.nearest}?`}`,
      hint: 'The functions are those of DuckDB; check the spelling.',
    }),
  },
  'sql/needs-over': {
    status: 422,
    say: (p: { name: string }) => ({
      message: `${p.name} works over an ordered set of rows, and none is given.`,
      hint: `Write ${p.name}(…) OVER (ORDER BY …).`,
    }),
  },
  'sql/wrong-types': {
    status: 422,
    say: (p: { name: string; given: readonly string[] }) => ({
      message:
        p.given.length === 0
          ? `${p.name} needs to be given a value.`
          : `${p.name} cannot be used with ${p.given.join(' and ')}.`,
      hint: 'Use a column of another type, or change the type, such as TRY_CAST(a_column AS DOUBLE).',
    }),
  },
  'sql/unreadable-value': {
    status: 422,
    say: (p: { value: string; type: string }) => ({
      message: `“${p.value}” cannot be read as ${p.type}.`,
      hint: 'TRY_CAST gives an empty cell where a value cannot be read; or leave such rows out with WHERE.',
    }),
  },
  'sql/no-conversion': {
    status: 422,
    say: (p: { from: string; to: string }) => ({
      message: `${p.from.charAt(0).toUpperCase()}${p.from.slice(1)} cannot be made ${p.to}.`,
      hint: 'Choose another type, or a function that computes it, such as epoch(a_date) or make_date(year, month, day).',
    }),
  },
  'sql/out-of-range': {
    status: 422,
    say: (p: { what: string }) => ({
      message: p.what,
      hint: 'Compute with a wider type, such as CAST(a_column AS DOUBLE), or leave such rows out with WHERE.',
    }),
  },
  'sql/unknown-unit': {
    status: 422,
    say: (p: { unit: string }) => ({
      message: `“${p.unit}” is not a part of a date or time.`,
      hint: 'Use year, quarter, month, week, day, hour, minute or second.',
    }),
  },
  'sql/regular-expression': {
    status: 422,
    say: (p: { reason: string }) => ({
      message: `The regular expression cannot be read: ${p.reason}.`,
      hint: 'Write a backslash before a bracket or sign that stands for itself.',
    }),
  },
  'sql/error': {
    status: 422,
    say: (p: { reason: string }) => ({
      message: p.reason,
      hint: 'Correct the SQL there and run it again.',
    }),
  },
  'sql/stopped': {
    status: 408,
    say: () => ({ message: 'The query was stopped.', hint: 'Run it again.' }),
  },
  'sql/busy': {
    status: 503,
    say: () => ({
      message: 'Too many SQL queries run here at the moment.',
      hint: 'Wait some seconds and run it again.',
    }),
  },
  'sql/out-of-memory': {
    status: 413,
    say: (p: { megabytes: number }) => ({
      message: `This needs more memory than the ${p.megabytes} MB that a query may take.`,
      hint: 'Read fewer columns, filter first, or group by something coarser.',
    }),
  },
  'sql/too-slow': {
    status: 408,
    say: (p: { seconds: number }) => ({
      message: `This took longer than ${p.seconds} seconds and was stopped.`,
      hint: 'Filter first, join on a column, or group by something coarser.',
    }),
  },
  'sql/too-much-work': {
    status: 408,
    say: () => ({
      message: 'This takes more work than one query may, and was stopped.',
      hint: 'Filter first, join on a column, or run it in the browser, where it may take longer.',
    }),
  },
  'sql/not-whole': {
    status: 403,
    say: (p: { name: string }) => ({
      message: `You do not see all rows and columns of ${p.name}, so SQL cannot be run over it.`,
      hint: 'Ask a question about it, or send a Query: those are answered with what you may see.',
    }),
  },
  'sql/data-gone': {
    status: 410,
    say: (p: { table: string }) => ({
      message: `The data of ${p.table} is no longer there.`,
      hint: 'Somebody may have deleted the dataset. List the datasets again, or restore it under “Recently deleted”.',
    }),
  },
  'sql/input-too-large': {
    status: 413,
    say: (p: { megabytes: number; limit: number }) => ({
      message: `The datasets of this query are ${p.megabytes} MB; SQL by the API reads up to ${p.limit} MB.`,
      hint: 'Run it on the SQL screen, which computes in the browser, or send a Query to /api/v1/query.',
    }),
  },
} as const satisfies Record<string, Row>
