import { ErrorBoundary, Route, Router } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import { Skeleton } from '../ui/skeleton.tsx'
import { HomePage } from './pages/home-page.tsx'
import { screen } from './screen.tsx'
import { fetchTaking } from './take-files.ts'
import { whenIdle } from './when-idle.ts'

const loadDataset = () => import('./pages/dataset-page.tsx')
const loadDashboard = () => import('./pages/dashboard-page.tsx')
const DatasetPage = screen(() => loadDataset().then(({ DatasetPage }) => DatasetPage))
const DashboardPage = screen(() => loadDashboard().then(({ DashboardPage }) => DashboardPage))
const ExplorePage = screen(() => import('./pages/explore-page.tsx').then(({ ExplorePage }) => ExplorePage))
const DataPage = screen(() => import('./pages/data-page.tsx').then(({ DataPage }) => DataPage))
const DeletedPage = screen(() => import('./pages/deleted-page.tsx').then(({ DeletedPage }) => DeletedPage))
const GalleryPage = screen(() => import('./pages/gallery-page.tsx').then(({ GalleryPage }) => GalleryPage))
const SqlPage = screen(() => import('./pages/sql-page.tsx').then(({ SqlPage }) => SqlPage))
const AccountPage = screen(() => import('./pages/account-page.tsx').then(({ AccountPage }) => AccountPage))
const PeoplePage = screen(() => import('./pages/people-page.tsx').then(({ PeoplePage }) => PeoplePage))
const ProjectsPage = screen(() => import('./pages/projects-page.tsx').then(({ ProjectsPage }) => ProjectsPage))
const ProjectPage = screen(() => import('./pages/project-page.tsx').then(({ ProjectPage }) => ProjectPage))
const AuditPage = screen(() => import('./pages/audit-page.tsx').then(({ AuditPage }) => AuditPage))
const JoinPage = screen(() => import('./pages/join-page.tsx').then(({ JoinPage }) => JoinPage))
const SignInPage = screen(() => import('./pages/account-page.tsx').then(({ SignInPage }) => SignInPage))
const SignUpPage = screen(() => import('./pages/account-page.tsx').then(({ SignUpPage }) => SignUpPage))

const ForgotPage = screen(() => import('./pages/account-page.tsx').then(({ ForgotPage }) => ForgotPage))
const ResetPage = screen(() => import('./pages/account-page.tsx').then(({ ResetPage }) => ResetPage))
const PrivacyPage = screen(() => import('./pages/account-page.tsx').then(({ PrivacyPage }) => PrivacyPage))
const NotFoundPage = screen(() => import('./pages/not-found-page.tsx').then(({ NotFoundPage }) => NotFoundPage))

/** Prefetches likely screens when idle. */
const fetchAhead = (): void => void Promise.all([loadDataset(), loadDashboard(), fetchTaking()]).catch(() => null)

function PageSkeleton() {
  return (
    <div class="page stack" role="group" aria-busy="true" aria-label="Loading">
      <Skeleton width={260} height={30} />
      <Skeleton width={180} />
      <Skeleton height={360} />
    </div>
  )
}

/** The routes. All screens but the first are lazily loaded. */
export function Pages() {
  const [loaded, setLoaded] = useState(false)
  const done = () => setLoaded(true)
  useEffect(() => whenIdle(fetchAhead), [])
  return (
    <>
      {!loaded && location.pathname !== '/' && <PageSkeleton />}
      <ErrorBoundary>
        <Router onLoadEnd={done} onRouteChange={done}>
          <Route path="/" component={HomePage} />
          <Route path="/data" component={DataPage} />
          <Route path="/deleted" component={DeletedPage} />
          <Route path="/data/:dataset" component={DatasetPage} />
          <Route path="/explore" component={ExplorePage} />
          <Route path="/explore/:dataset" component={ExplorePage} />
          <Route path="/dashboards/:dashboard" component={DashboardPage} />
          <Route path="/charts" component={GalleryPage} />
          <Route path="/sql" component={SqlPage} />
          <Route path="/account" component={AccountPage} />
          <Route path="/people" component={PeoplePage} />
          <Route path="/projects" component={ProjectsPage} />
          <Route path="/projects/:project" component={ProjectPage} />
          <Route path="/audit" component={AuditPage} />
          <Route path="/join" component={JoinPage} />
          <Route path="/sign-in" component={SignInPage} />
          <Route path="/sign-up" component={SignUpPage} />
          <Route path="/forgot" component={ForgotPage} />
          <Route path="/reset" component={ResetPage} />
          <Route path="/privacy" component={PrivacyPage} />
          <Route default component={NotFoundPage} />
        </Router>
      </ErrorBoundary>
    </>
  )
}
