import { ErrorBoundary, LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { CrashScreen } from './crash-screen.tsx'
import { screen } from './screen.tsx'
import { Shell } from './shell.tsx'

const SharePage = screen(() => import('./pages/share-page.tsx').then(({ SharePage }) => SharePage))
const NotFoundPage = screen(() => import('./pages/not-found-page.tsx').then(({ NotFoundPage }) => NotFoundPage))

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
