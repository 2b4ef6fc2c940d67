export { EdgeSql } from './edge-sql.ts'

/** DuckDB is in a Worker of its own, so that nothing else waits for its four megabytes. Nobody asks this but by its object. */
export default { fetch: () => new Response(null, { status: 404 }) } satisfies ExportedHandler
