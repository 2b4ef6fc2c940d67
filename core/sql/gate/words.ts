/** Keywords that may begin a query. */
export const queryStarts: ReadonlySet<string> = new Set(['select', 'with', 'from', 'values', 'pivot', 'unpivot'])

const changes = 'To change data, use the Clean tab of the dataset; here write a SELECT.'
const settings = 'Settings are fixed here; write a SELECT.'
const files = 'Load the file as a dataset first; to get data out, export the result.'
const plans = 'Run the SELECT itself; how long it took stands beside its result.'
const listed = 'The datasets and their columns are listed beside the editor; write a SELECT.'
const kept = 'Save the query among your favourites instead, and write a SELECT.'

/** Keywords that begin another statement, with the advice shown for each. */
export const otherStatements: Readonly<Record<string, string>> = {
  insert: changes,
  update: changes,
  delete: changes,
  truncate: changes,
  merge: changes,
  replace: changes,
  upsert: changes,
  create: changes,
  alter: changes,
  drop: changes,
  comment: changes,
  rename: changes,
  begin: changes,
  start: changes,
  commit: changes,
  end: changes,
  rollback: changes,
  abort: changes,
  savepoint: changes,
  grant: changes,
  revoke: changes,
  vacuum: changes,
  analyze: changes,
  analyse: changes,
  reindex: changes,
  checkpoint: settings,
  force: settings,
  set: settings,
  reset: settings,
  pragma: settings,
  use: settings,
  install: settings,
  load: settings,
  call: settings,
  do: settings,
  listen: settings,
  notify: settings,
  lock: settings,
  discard: settings,
  copy: files,
  export: files,
  import: files,
  attach: files,
  detach: files,
  explain: plans,
  prepare: kept,
  execute: kept,
  deallocate: kept,
  declare: kept,
  fetch: kept,
  close: kept,
  macro: kept,
  show: listed,
  describe: listed,
  desc: listed,
  summarize: listed,
  table: 'Write SELECT * FROM with the name of the dataset.',
}

/** Keywords that may precede a bracket and are not functions. */
export const bracketWords: ReadonlySet<string> = new Set(
  `all and any array as asc between by case cast coalesce columns cube desc distinct else except exclude exists extract
  filter for from group grouping having if in inner intersect interval is join lateral left like ilike limit map materialized not
  nullif offset on or order outer over overlay partition pivot position qualify replace reservoir bernoulli system right
  rollup row sample select semi anti sets similar some struct substring then trim try_cast union unpivot using values
  when where window with within decimal dec numeric varchar char character text bit float list glob`.split(/\s+/),
)

/** Keywords that end a FROM clause. */
export const endsFrom: ReadonlySet<string> = new Set([
  'group',
  'having',
  'limit',
  'offset',
  'order',
  'qualify',
  'window',
])
