import { Link } from '@tanstack/react-router'
import { SoundTest } from '#client/calls/SoundAnswers.tsx'
import { useStore } from '#client/lib/store.ts'
import { theme } from '#client/lib/theme.ts'
import { useWords } from '#client/lib/words.ts'
import { LanguageChoice } from '#client/shell/LanguageChoice.tsx'
import { SingleKeysChoice } from '#client/shell/SingleKeysChoice.tsx'
import type { ShellView } from '#client/shell/use-shell.ts'
import { words } from '#client/shell/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Disclosure } from '#client/ui/Disclosure.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { Segmented } from '#client/ui/Segmented.tsx'

/** Who one is, and what concerns only oneself: crisis followed, language, appearance, keys, sound, sessions, leaving. */
export function PersonMenu({ view }: Readonly<{ view: ShellView }>) {
  const said = useWords(words)
  const { session } = view
  const isSignedIn = session.status === 'signedIn'
  return (
    <Disclosure
      align="end"
      label={said.menu}
      summary={
        <>
          <Icon name="user" size={20} />
          <span className="shell__person">
            {isSignedIn ? session.name : said.menu}
            {isSignedIn ? <span className="shell__role">, {session.role}</span> : null}
          </span>
        </>
      }
    >
      <p className="shell__menu-head">
        {isSignedIn ? <strong>{`${session.name}, ${session.role}`}</strong> : null}
        {view.installation.name}
      </p>
      <CrisisChoice view={view} />
      <LanguageAndTheme />
      <SingleKeysChoice />
      <SoundTest />
      {isSignedIn ? (
        <div className="shell__menu-foot ui-line ui-line--apart">
          <Link to="/reglages" hash="sessions">
            {said.sessions}
          </Link>
          <Button kind="tertiary" size="small" icon="logout" onClick={view.signOut}>
            {said.signOut}
          </Button>
        </div>
      ) : null}
    </Disclosure>
  )
}

function CrisisChoice({ view }: Readonly<{ view: ShellView }>) {
  const said = useWords(words)
  if (view.crises.length < 2 || view.crisis === null) return null
  const options = view.crises.map(({ id, title, mode }) => ({
    value: id,
    label: mode === 'exercise' ? said.exercisePrefix + title : title,
  }))
  return (
    <Segmented label={said.follow} value={view.crisis.id} onChange={view.chooseCrisis} options={options} />
  )
}

function LanguageAndTheme() {
  const said = useWords(words)
  const themeOptions = [
    { value: 'system', label: said.themes.system, icon: 'computer' },
    { value: 'light', label: said.themes.light, icon: 'sun' },
    { value: 'dark', label: said.themes.dark, icon: 'moon' },
  ] as const
  return (
    <>
      <LanguageChoice />
      <Segmented label={said.theme} value={useStore(theme)} onChange={theme.set} options={themeOptions} />
    </>
  )
}
