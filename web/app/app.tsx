import { ErrorBoundary, LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { CrashScreen } from './crash-screen.tsx'
import { screen } from './screen.tsx'
import { type Services, ServicesProvider } from './services.ts'
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

/** A public link opens a separate small page without a session; everything else is in the shell. */
function Root() {
  return useLocation().path.startsWith('/s/') ? <PublicPages /> : <Shell />
}

/** The application. */
export function App({ services }: { readonly services: Services }) {
  return (
    <ServicesProvider value={services}>
      <LocationProvider>
        <CrashScreen>{() => <Root />}</CrashScreen>
      </LocationProvider>
    </ServicesProvider>
  )
}
