import type { Random } from './random.ts'

/** Something costly to compute of two texts. */
const costs: readonly ((a: string, b: string, random: Random) => string)[] = [
  (a, b) => `levenshtein(${a}, ${b})`,
  (a, b) => `damerau_levenshtein(${a}, ${b})`,
  (a, b) => `editdist3(${a} || ${a}, ${b} || ${b})`,
  (a, b, random) => `jaccard(repeat(${a}, ${random.below(9999)}), repeat(${b}, ${random.below(9999)}))`,
  (a, b) => `jaro_winkler_similarity(repeat(${a}, 9), repeat(${b}, 9))`,
  (a, b) => `CASE WHEN ${a} LIKE '%' || ${b} || '%' THEN 1 ELSE 0 END`,
  (a, b) => `CASE WHEN repeat(${a}, 900) LIKE '%' || left(${b}, 1) || '%a%e%i%o%_z' THEN 1 ELSE 0 END`,
  (a) => `length(regexp_replace(repeat(${a}, 900), '(a|e|i)*.*(x|y|z){1,50}', '', 'g'))`,
  (a, b) => `len(string_split_regex(repeat(${a}, 99) || ${b}, '[a-e]+|[f-z]+'))`,
  (a, b) => `length(replace(repeat(${a}, 9000), left(${a}, 1), repeat(${b}, 99)))`,
  (a, b) => `length(md5(repeat(${a}, 9000) || repeat(${b}, 9000)))`,
  (a, b) => `hamming(lpad(${a}, 9000, 'x'), rpad(${b}, 9000, 'y'))`,
  (a) => `list_sum(list_transform(range(1000), x -> x * length(${a})))`,
  (a, b) =>
    `len(list_filter(string_split(repeat(${a}, 999), 'a'), x -> list_contains(string_split(repeat(${b}, 999), 'e'), x)))`,
]

/** Two sides, `a` and `b`, whose rows come together in large numbers by an equality, which is let through. */
const equalities: readonly ((side: string) => string)[] = [
  (side) => `${side} a JOIN ${side} b ON a.kind = b.kind`,
  (side) => `${side} a JOIN ${side} b USING (kind)`,
  (side) => `${side} a, ${side} b WHERE a.kind = b.kind AND a.id <> b.id`,
  (side) => `${side} a JOIN (SELECT *, 1 AS one FROM ${side}) b ON b.one = a.id - a.id + 1`,
]

/** Two sides that come together otherwise. */
const pairings: readonly ((side: string) => string)[] = [
  (side) => `${side} a, ${side} b`,
  (side) => `${side} a CROSS JOIN ${side} b`,
  (side) => `${side} a JOIN ${side} b ON true`,
  (side) => `${side} a JOIN ${side} b ON a.name <> b.name`,
  (side) => `${side} a JOIN ${side} b ON a.id < b.id`,
  (side) => `${side} a JOIN ${side} b ON a.kind = b.kind OR a.id = b.id`,
  (side) => `${side} a, LATERAL (SELECT * FROM ${side} c WHERE c.id > a.id) b`,
  (side) => `${side} a FULL JOIN ${side} b ON a.id > b.id`,
  (side) => `${side} a ASOF JOIN ${side} b ON a.id >= b.id, range(1000) n`,
]

const totals = [
  (value: string) => `sum(${value})`,
  (value: string) => `max(${value})`,
  (value: string) => `count(DISTINCT ${value})`,
  (value: string) => `median(${value})`,
  (value: string) => `length(string_agg(${value}::VARCHAR, ','))`,
  (value: string) => `len(list(${value}))`,
]

/** Places in which a query can be hidden. */
const covers: readonly ((query: string) => string)[] = [
  (query) => query,
  (query) => `SELECT * FROM (SELECT * FROM (${query}))`,
  (query) => `WITH x AS (${query}) SELECT * FROM x`,
  (query) => `WITH x AS MATERIALIZED (${query}) SELECT * FROM x`,
  (query) => `SELECT 1 AS n UNION ALL (${query})`,
  (query) => `SELECT (${query}) AS n`,
  (query) => `SELECT count(*) FROM people WHERE id > (${query})`,
  (query) => `PIVOT (SELECT 1 AS k, t.* FROM (${query}) t(v)) ON k IN (1) USING sum(v)`,
]

/** Bombs that are one thing of their own. */
const alone: readonly ((random: Random) => string)[] = [
  (random) =>
    `WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + ${random.below(9)} FROM r WHERE n > 0) SELECT count(*) FROM r`,
  () =>
    "WITH RECURSIVE r AS (SELECT 'ab' AS s UNION ALL SELECT s || s FROM r WHERE length(s) > 0) SELECT length(max(s)) FROM r",
  () =>
    'WITH RECURSIVE r AS (SELECT id, name FROM people UNION ALL SELECT r.id + 1, p.name FROM r JOIN people p USING (id) WHERE r.id < 1e9) SELECT count(*) FROM r',
  () => 'SELECT sum(a.range) FROM range(1000000) a, range(1000000) b',
  () => 'SELECT count(*) FROM (SELECT unnest(range(1000000)) FROM people)',
  () =>
    'SELECT count(*) FROM (SELECT unnest(range(10000)) AS n, * FROM (SELECT unnest(range(10000)) AS m FROM people))',
  () => "SELECT count(*) FROM generate_series(TIMESTAMP '1900-01-01', TIMESTAMP '2100-01-01', INTERVAL 1 SECOND)",
  () => 'SELECT sum(len(l)) FROM (SELECT list(name) OVER (ORDER BY id) AS l FROM people)',
  () => 'SELECT sum(length(s)) FROM (SELECT string_agg(name, name) OVER (ORDER BY id) AS s FROM people)',
  () =>
    'SELECT max(m) FROM (SELECT median(length(name)) OVER (ORDER BY id ROWS BETWEEN 20000 PRECEDING AND CURRENT ROW) AS m FROM people)',
  () => 'SELECT len(list_filter(l, x -> list_contains(l, x || x))) FROM (SELECT list(name) AS l FROM people)',
  () => 'SELECT len(list_distinct(flatten(list_transform(l, x -> l)))) FROM (SELECT list(name) AS l FROM people)',
  () => 'SELECT list_sum(list_transform(range(1000000), x -> list_sum(list_transform(range(1000000), y -> x * y))))',
  (random) =>
    `SELECT count(*) FROM people WHERE ${Array.from({ length: 40 }, () => `regexp_matches(repeat(name, 999), '.*${'[a-z]?'.repeat(1 + random.below(60))}!')`).join(' OR ')}`,
  () => "SELECT repeat('a', 9999) LIKE repeat('%a', 999) || 'b'",
  () => "SELECT repeat('a', 9999) GLOB '*a*a*a*a*a*a*b'",
  () =>
    "SELECT count(*) FROM people WHERE repeat(name, 9) ILIKE name || '%' || left(name, 1) || '%' || right(name, 1) || '%_%!'",
  () => `SELECT ${'levenshtein('.repeat(20)}name${', name)::VARCHAR'.repeat(19)}, name) FROM people`,
  () =>
    `SELECT ${'concat('.repeat(30)}name${Array.from({ length: 30 }, () => ', repeat(name, 9))').join('')} FROM people`,
  () =>
    'SELECT count(*) FROM people a JOIN people b USING (kind) JOIN people c USING (kind) JOIN people d USING (kind)',
  () => "SELECT printf('%999999999d', id) FROM people",
  () => "SELECT format('{:>999999999}', name) FROM people",
  () => `PIVOT (SELECT a.name, b.id FROM people a JOIN people b USING (kind)) ON name USING sum(id)`,
]

/** SQL that wants much more work than a query may: over `people` with `id`, `name`, and `kind`, which is the same in every row. */
export function sqlBomb(random: Random): string {
  if (random.chance(0.35)) return random.pick(alone)(random)
  const side = random.pick(['people', '(SELECT * FROM people WHERE id >= 0)', '(FROM people)'])
  const cost = random.pick(costs)('a.name', 'b.name', random)
  return random.pick(covers)(
    `SELECT ${random.pick(totals)(cost)} FROM ${random.pick(random.chance(0.6) ? equalities : pairings)(side)}`,
  )
}
