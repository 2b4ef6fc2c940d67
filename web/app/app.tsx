import { ErrorBoundary, lazy, LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { CrashScreen } from './crash-screen.tsx'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { Shell } from './shell.tsx'

const SharePage = lazy(() => import('./pages/share-page.tsx').then(({ SharePage }) => SharePage))

function PublicPages() {
  return (
    <ErrorBoundary>
      <Router>
        <Route path="/s/:token" component={SharePage} />
        <Route default component={NotFoundPage} />
      </Router>
    </ErrorBoundary>
  )
}

/** A public link gets its own small page, without a session; all else lives in the shell. */
function Root() {
  return useLocation().path.startsWith('/s/') ? <PublicPages /> : <Shell />
}

/** Everything. */
export function App() {
  return (
    <LocationProvider>
      <CrashScreen>{() => <Root />}</CrashScreen>
    </LocationProvider>
  )
}
