import { ErrorBoundary, lazy, LocationProvider, Route, Router } from 'preact-iso'
import { CrashScreen } from './crash-screen.tsx'
import { Shell } from './shell.tsx'

const SharePage = lazy(() => import('./pages/share-page.tsx').then(({ SharePage }) => SharePage))

/** Everything. A public link gets its own small page; the rest lives in the shell. */
export function App() {
  return (
    <LocationProvider>
      <CrashScreen>
        <ErrorBoundary>
          <Router>
            <Route path="/s/:token" component={SharePage} />
            <Route default component={Shell} />
          </Router>
        </ErrorBoundary>
      </CrashScreen>
    </LocationProvider>
  )
}
