import {
  AppShell,
  Burger,
  Group,
  Loader,
  NavLink,
  SegmentedControl,
  Text,
  UnstyledButton,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useEffect } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import { LanguageName } from './components/language-name';
import { PageTitle } from './components/page-title';
import { SchemeChoice } from './components/scheme-choice';
import { OverviewPage } from './overview/overview.page';
import { useView } from './shared/address';
import { heldBy, useSession } from './shared/session';
import { useSharedWords, type SharedWord } from './shared/shared.words';
import { CHANGE_PASSWORD, OWN_ACCOUNT } from './sign-in/own-places';
import { placeAddress } from './shared/unit-address';
import { language, LANGUAGES, speak } from './shared/words';
import { UserMenu } from './sign-in/user-menu';
import { hasRole, useViewer, type Viewer } from './sign-in/viewer';

const InstitutionsPage = lazy(() => import('./institutions/institutions.page'));
const InstitutionPage = lazy(() => import('./institutions/institution.page'));
const TargetPage = lazy(() => import('./target/target.page'));
const ChangesPage = lazy(() => import('./changes/changes.page'));
const MapPage = lazy(() => import('./map/map.page'));
const ComparePage = lazy(() => import('./compare/compare.page'));
const ReportsPage = lazy(() => import('./reports/reports.page'));
const ReportPage = lazy(() => import('./reports/report.page'));
const ReviewPage = lazy(() => import('./review/review.page'));
const DecidedPage = lazy(() => import('./review/decided.page'));
const ReviewUpdatePage = lazy(() => import('./review/review-update.page'));
const ReceiptPage = lazy(() => import('./receipts/receipt.page'));
const WorkforcePage = lazy(() => import('./workforce/workforce.page'));
const OperationsPage = lazy(() => import('./operations/operations.page'));
const AccountPage = lazy(() => import('./account/account.page'));
const FirstFactorPage = lazy(() => import('./account/first-factor.page'));
const HomePage = lazy(() => import('./home/home.page'));
const SignInPage = lazy(() => import('./sign-in/sign-in.page'));
const ReturnPage = lazy(() => import('./sign-in/return.page'));
const PasswordPage = lazy(() => import('./sign-in/password.page'));
const CodePage = lazy(() => import('./sign-in/code.page'));
const ForgottenPage = lazy(() => import('./sign-in/forgotten.page'));
const Search = lazy(() => import('./search/search.lazy'));
const SavedViews = lazy(() => import('./saved-views/saved-views.lazy'));
const SessionEnded = lazy(() => import('./sign-in/session-ended.lazy'));

/** What is to be done, for whoever has a role. */
const HOME = '/home';

const hasWork = (viewer: Viewer | null | undefined): boolean => (viewer?.grants.length ?? 0) > 0;

interface Place {
  path: string;
  word: SharedWord;
  /** Whether it is offered to the viewer; the graph decides what they may do there. */
  offered: (viewer: Viewer | null | undefined) => boolean;
}

const PLACES: Place[] = [
  { path: HOME, word: 'home', offered: hasWork },
  { path: '/', word: 'overview', offered: () => true },
  { path: '/target', word: 'target', offered: () => true },
  { path: '/changes', word: 'changes', offered: () => true },
  { path: '/map', word: 'map', offered: () => true },
  { path: '/compare', word: 'compare', offered: () => true },
  { path: '/institutions', word: 'institutions', offered: () => true },
  { path: '/workforce', word: 'workforce', offered: () => true },
  { path: '/reports', word: 'reports', offered: (viewer) => hasRole(viewer, 'SCHOOL_ADMIN') },
  { path: '/review', word: 'review', offered: (viewer) => hasRole(viewer, 'REVIEWER', 'PLANNER') },
  {
    path: '/operations',
    word: 'operations',
    offered: (viewer) => hasRole(viewer, 'PLANNER', 'OPERATOR'),
  },
];

/** The frame around every page: where one is, where one can go, who one is, and in which language. */
export function App() {
  const say = useSharedWords();
  const [opened, { toggle, close }] = useDisclosure();
  const [path] = useLocation();
  const [view] = useView();
  const session = useSession();
  const { state } = session;
  const held = heldBy(session);
  const viewer = useViewer();
  const home = !held && hasWork(viewer) ? HOME : null;
  useEffect(close, [path, close]);
  const changing = held === 'password' || path === CHANGE_PASSWORD;
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'md', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <a className="skip" href="#content">
        {say('skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="md"
              size="sm"
              aria-label={say('menu')}
              aria-expanded={opened}
            />
            <UnstyledButton component={Link} href={home ?? '/'} aria-label={say('console')}>
              <Group gap="xs" wrap="nowrap">
                <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width={28} height={28} />
                <Text fw={650} visibleFrom="xs">
                  {say('console')}
                </Text>
              </Group>
            </UnstyledButton>
          </Group>
          <Group gap="sm" wrap="nowrap" flex={1} justify="flex-end">
            <Suspense>{!held && <Search />}</Suspense>
            <SegmentedControl
              size="xs"
              aria-label={say('language')}
              value={language()}
              onChange={(chosen) => void speak(chosen)}
              data={LANGUAGES.map((each) => ({
                value: each,
                label: <LanguageName of={each} />,
              }))}
            />
            <UserMenu viewer={viewer} held={held} home={home} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" className="menu" aria-label={say('menu')}>
        {PLACES.filter(({ offered }) => !held && offered(viewer)).map(({ path: to, word }) => {
          const here = isWithin(path, to);
          return (
            <NavLink
              key={to}
              component={Link}
              href={placeAddress(to, path, view)}
              label={say(word)}
              active={here}
              aria-current={here ? 'page' : undefined}
            />
          );
        })}
        <Suspense>{!held && <SavedViews />}</Suspense>
        <SchemeChoice />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Suspense fallback={<Loader aria-label={say('loading')} />}>
          <Switch>
            {changing && <Route component={PasswordPage} />}
            {held && <Route component={FirstFactorPage} />}
            <Route path="/" component={OverviewPage} />
            <Route path="/target" component={TargetPage} />
            <Route path="/changes" component={ChangesPage} />
            <Route path="/map" component={MapPage} />
            <Route path="/compare" component={ComparePage} />
            <Route path="/institutions" component={InstitutionsPage} />
            <Route path="/institutions/:code" component={InstitutionPage} />
            <Route path="/reports" component={ReportsPage} />
            <Route path="/reports/:institution/:round" component={ReportPage} />
            <Route path="/review" component={ReviewPage} />
            <Route path="/review/decided" component={DecidedPage} />
            <Route path="/review/:update" component={ReviewUpdatePage} />
            <Route path="/receipts/:update" component={ReceiptPage} />
            <Route path="/workforce/*?" component={WorkforcePage} />
            <Route path="/operations/*?" component={OperationsPage} />
            <Route path={OWN_ACCOUNT} component={AccountPage} />
            <Route path={HOME} component={HomePage} />
            <Route path="/sign-in">
              <SignInPage />
            </Route>
            <Route path="/sign-in/return" component={ReturnPage} />
            <Route path="/forgotten-password" component={ForgottenPage} />
            <Route path="/invitation">
              <CodePage purpose="invitation" />
            </Route>
            <Route path="/new-password">
              <CodePage purpose="forgotten" />
            </Route>
            <Route>
              <PageTitle>{say('not-found')}</PageTitle>
              <Link href="/">{say('to-overview')}</Link>
            </Route>
          </Switch>
        </Suspense>
      </AppShell.Main>
      {state === 'ended' && (
        <Suspense>
          <SessionEnded was={viewer?.signInName} />
        </Suspense>
      )}
    </AppShell>
  );
}

const isWithin = (path: string, place: string): boolean =>
  place === '/' ? path === '/' : path === place || path.startsWith(`${place}/`);
