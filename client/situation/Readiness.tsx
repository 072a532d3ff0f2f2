import { Link } from '@tanstack/react-router'
import { useTrustReadiness } from '#client/access/TrustNotice.tsx'
import { useInstallation } from '#client/lib/installation.ts'
import { useWords } from '#client/lib/words.ts'
import { words as shellWords } from '#client/shell/words.ts'
import type { Ready } from '#client/situation/ready.ts'
import { words } from '#client/situation/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { Panel } from '#client/ui/Panel.tsx'

const screens = { roster: '/vivier', templates: '/modeles', settings: '/reglages' } as const
const gravest = ['danger', 'warning', 'success'] as const

/** Whether the installation is ready for an order: what is to be mended first, each with the way there. */
export function Readiness() {
  const said = useWords(words).none
  const { desk } = useWords(shellWords)
  const items = [...useOwnReadiness(), ...useTrustReadiness()]
  return (
    <Panel title={said.readiness}>
      <ul className="situation__feed">
        {items
          .toSorted((a, b) => gravest.indexOf(a.tone) - gravest.indexOf(b.tone))
          .map(({ text, tone, mend }) => (
            <li key={text} className="situation__ready">
              <Badge tone={tone}>{text}</Badge>
              {mend === null || tone === 'success' ? null : <Link to={screens[mend]}>{desk[mend]}</Link>}
            </li>
          ))}
      </ul>
    </Panel>
  )
}

function useOwnReadiness(): readonly Ready[] {
  const said = useWords(words).none
  const { name, lacks } = useInstallation()
  const { members, accounts, unread } = useConsole(({ state }) => ({
    members: Object.keys(state.standing.roster.members).length,
    accounts: Object.values(state.standing.people).filter(({ closed }) => !closed).length,
    unread: Object.values(state.standing.templates).filter(({ reviewed }) => reviewed === null).length,
  }))
  const speaks = lacks.includes('name')
    ? said.unnamed
    : lacks.includes('address')
      ? said.unaddressed
      : said.speaks(name)
  return [
    { text: said.members(members), tone: members === 0 ? 'danger' : 'success', mend: 'roster' },
    { text: speaks, tone: lacks.length > 0 ? 'danger' : 'success', mend: null },
    { text: said.accounts(accounts), tone: accounts < 2 ? 'warning' : 'success', mend: 'settings' },
    { text: said.unread(unread), tone: unread > 0 ? 'warning' : 'success', mend: 'templates' },
  ]
}
