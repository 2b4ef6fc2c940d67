import type { Row } from './row.ts'

/** Failures of joins. */
export const joinFailures = {
  'join/dataset-gone': {
    status: 404,
    say: (p: { join: string; dataset: string | null }) =>
      p.dataset === null
        ? {
            message: `The dataset that “${p.join}” is looked up in is not here.`,
            hint: 'Bring its file again, or take the relationship out of the model or the query.',
          }
        : {
            message: `“${p.join}” is looked up in ${p.dataset}, which was deleted.`,
            hint: 'Restore it under “Recently deleted”, or take the relationship out of the model or the query.',
          },
  },
  'join/not-here': {
    status: 409,
    say: (p: { name: string }) => ({
      message: `This looks something up in “${p.name}”, which needs the server.`,
      hint: 'Ask again when there is a connection, or ask without it.',
    }),
  },
  'join/key-repeats': {
    status: 422,
    say: (p: { name: string; key: string; value: string }) => ({
      message: `“${p.name}” cannot be looked up by “${p.key}”: ${p.value} stands in it more than once.`,
      hint: 'Choose a column in which every value stands once, or remove the rows that repeat.',
    }),
  },
  'join/unseen-key-repeats': {
    status: 422,
    say: () => ({
      message: 'A joined dataset cannot be looked up: a value of its key stands in it more than once.',
      hint: 'Ask an owner of the dataset to choose a key in which every value stands once.',
    }),
  },
  'join/wrong-type': {
    status: 422,
    say: (p: { column: string; type: string; name: string; key: string; keyType: string }) => ({
      message: `“${p.column}” holds ${p.type} and “${p.key}” of “${p.name}” holds ${p.keyType}, so none would ever match.`,
      hint: 'Choose two columns that hold the same.',
    }),
  },
  'join/no-column': {
    status: 422,
    say: (p: { name: string; column: string; nearest: string | null }) => ({
      message: `“${p.name}” has no column “${p.column}” to look rows up by.${p.nearest === null ? '' : ` Did you mean “${p.nearest}”?`}`,
      hint: 'Choose one of its columns.',
    }),
  },
  'join/same-name': {
    status: 422,
    say: (p: { name: string }) => ({
      message: `Two columns would be called “${p.name}” once the datasets are joined.`,
      hint: 'Give the join another name.',
    }),
  },
  'join/too-large': {
    status: 413,
    say: (p: { name: string; rows: number; limit: number }) => ({
      message: `“${p.name}” has ${p.rows.toLocaleString('en')} rows; up to ${p.limit.toLocaleString('en')} can be looked up in.`,
      hint: 'Look up in a smaller dataset, or put the columns into one file.',
    }),
  },
} as const satisfies Record<string, Row>
