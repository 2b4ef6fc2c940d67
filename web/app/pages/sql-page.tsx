import { useLocation } from 'preact-iso'
import { useEffect, useMemo } from 'preact/hooks'
import { createSqlScreen } from '../../features/sql/model.ts'
import { SqlView } from '../../features/sql/view.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Database } from 'lucide'
import { exploreAddressOf } from '../explore-sql.ts'
import { sqlAddress, sqlInFragment } from '../open-in-sql.ts'
import { usePageTitle } from '../page-title.ts'
import { useServices } from '../services.ts'
import { sqlOver } from '../sql.ts'

const sqlInAddress = (): string | null => sqlInFragment(location.hash)

const linkOf = (sql: string): string => `${location.origin}${sqlAddress(sql)}`

/** SQL over the workspace's datasets. The URL contains the text. */
export function SqlPage() {
  usePageTitle('SQL')
  const { route } = useLocation()
  const { ports, tables: known, examples, learnColumns } = sqlOver(useServices())
  const screen = useMemo(() => createSqlScreen(ports, sqlInAddress() ?? ''), [])
  useEffect(learnColumns, [])
  useEffect(() => {
    const take = (): void => {
      const sql = sqlInAddress()
      if (sql !== null) screen.text.value = sql
    }
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [screen])
  useEffect(
    () =>
      screen.text.subscribe((text) => {
        const address = text === '' ? '/sql' : sqlAddress(text)
        if (location.pathname === '/sql') history.replaceState(history.state, '', address)
      }),
    [screen],
  )
  const tables = known.value
  return (
    <div class="page" data-wide="">
      <header class="page-head">
        <h1>SQL</h1>
        <p class="page-facts">Ask your datasets in DuckDB’s SQL. It runs in this browser, and only reads.</p>
      </header>
      {tables?.length === 0 ? (
        <EmptyState
          icon={Database}
          title="There is nothing to ask yet"
          text="Load a file; then you can query it here by its name."
        >
          <a class="button" data-kind="primary" href="/">
            Load a file
          </a>
        </EmptyState>
      ) : (
        <SqlView
          screen={screen}
          tables={tables}
          examples={examples.value}
          linkOf={linkOf}
          exploreAddressOf={(sql) => exploreAddressOf(tables ?? [], sql)}
          onExplore={(address) => route(address)}
        />
      )}
    </div>
  )
}
