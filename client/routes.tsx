import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { ScreenFailed, ScreenNotFound } from '#client/shell/ScreenFailed.tsx'
import { Outside } from '#client/shell/Outside.tsx'
import { Shell } from '#client/shell/Shell.tsx'

const root = createRootRoute({ component: Shell })

/** Two frames: whoever has not signed in fetches nothing of the other. */
const outside = createRoute({ getParentRoute: () => root, id: 'outside', component: Outside })
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: lazyRouteComponent(() => import('#client/shell/Inside.tsx'), 'Inside'),
  errorComponent: ScreenFailed,
})

type Screen = ReturnType<typeof lazyRouteComponent>

/** One address, one desk, fetched when it is first opened. */
function desk<Path extends string>(path: Path, component: Screen) {
  return createRoute({ getParentRoute: () => inside, path, component, errorComponent: ScreenFailed })
}

function entrance<Path extends string>(path: Path, component: Screen) {
  return createRoute({ getParentRoute: () => outside, path, component, errorComponent: ScreenFailed })
}

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/situation' })
  },
})

const desks = inside.addChildren([
  desk(
    '/situation',
    lazyRouteComponent(() => import('#client/situation/SituationPanel.tsx'), 'SituationPanel'),
  ),
  desk(
    '/activation',
    lazyRouteComponent(() => import('#client/activation/ActivationPanel.tsx'), 'ActivationPanel'),
  ),
  desk(
    '/rappel',
    lazyRouteComponent(() => import('#client/callin/CallinPanel.tsx'), 'CallinPanel'),
  ),
  desk(
    '/appels',
    lazyRouteComponent(() => import('#client/calls/CallsPanel.tsx'), 'CallsPanel'),
  ),
  desk(
    '/messages',
    lazyRouteComponent(() => import('#client/messages/MessagesPanel.tsx'), 'MessagesPanel'),
  ),
  desk(
    '/main-courante',
    lazyRouteComponent(() => import('#client/journal/LogbookPanel.tsx'), 'LogbookPanel'),
  ),
  desk(
    '/mur',
    lazyRouteComponent(() => import('#client/wall/WallPanel.tsx'), 'WallPanel'),
  ),
  desk(
    '/vivier',
    lazyRouteComponent(() => import('#client/roster/RosterPanel.tsx'), 'RosterPanel'),
  ),
  desk(
    '/modeles',
    lazyRouteComponent(() => import('#client/checklists/TemplatesPanel.tsx'), 'TemplatesPanel'),
  ),
  desk(
    '/reglages',
    lazyRouteComponent(() => import('#client/access/SettingsPanel.tsx'), 'SettingsPanel'),
  ),
  createRoute({ getParentRoute: () => inside, path: '$', component: ScreenNotFound }),
])

const entrances = outside.addChildren([
  entrance(
    '/connexion',
    lazyRouteComponent(() => import('#client/access/SignInPanel.tsx'), 'SignInPanel'),
  ),
  entrance(
    '/bienvenue',
    lazyRouteComponent(() => import('#client/access/WelcomePanel.tsx'), 'WelcomePanel'),
  ),
])

const routeTree = root.addChildren([home, desks, entrances])

export const router = createRouter({ routeTree, defaultPreload: 'intent' })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
