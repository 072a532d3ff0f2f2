import type { ReactNode } from 'react'
import { useIsPressWanted } from '#client/calls/alarm-sound.ts'
import { SoundAnswers } from '#client/calls/SoundAnswers.tsx'
import { words as soundWords } from '#client/calls/sound-words.ts'
import { TroubleBands } from '#client/followers/TroubleBands.tsx'
import { useWords } from '#client/lib/words.ts'
import { useUpdateReady } from '#client/lib/offline.ts'
import { Gone } from '#client/shell/Gone.tsx'
import { Refusals } from '#client/shell/Refusals.tsx'
import type { ShellView } from '#client/shell/use-shell.ts'
import { words } from '#client/shell/words.ts'
import { useMay } from '#client/sync/use-may.ts'
import { changePerson, tryAgain } from '#client/sync/console.ts'
import { Button } from '#client/ui/Button.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { toneIcon, type Tone } from '#client/ui/tone.ts'

/** What is wrong with the world, one line each, the gravest first. Nothing shows when all is well. */
export function Bands({ view, isWall = false }: Readonly<{ view: ShellView; isWall?: boolean }>) {
  const said = useWords(words)
  const isUpdateReady = useUpdateReady()
  return (
    <div className="shell__bands">
      {/* Outside of what is read aloud by itself: `useStoringAnnounced` says it, and its end. */}
      {view.isStoring ? null : <Band tone="danger" text={isWall ? said.notStoringWall : said.notStoring} />}
      <div aria-live="polite">
        <LineBand view={view} isWall={isWall} />
        {view.isUnkept ? <Band tone="danger" text={said.unkept} /> : null}
        {isWall ? null : <TroubleBands />}
        <Refusals />
        {isWall ? null : <Gone />}
        <RealBand view={view} isWall={isWall} />
        {isWall ? null : <ClosedBand view={view} />}
        <SoundBand view={view} isWall={isWall} />
        {isUpdateReady && view.connection !== 'reload' ? (
          <Band tone="info" text={said.updateReady}>
            <Reload />
          </Band>
        ) : null}
      </div>
    </div>
  )
}

/** What the line to the server allows. */
function LineBand({ view, isWall }: Readonly<{ view: ShellView; isWall: boolean }>) {
  const said = useWords(words)
  if (view.connection === 'offline') {
    const going = isWall ? said.offlineWall : said.offline(view.pending)
    return <Band tone="warning" text={view.isLoaded ? going : said.offlineEmpty} />
  }
  if (view.otherPerson !== null) return <OtherPersonBand name={view.otherPerson} isWall={isWall} />
  if (view.connection !== 'reload') return null
  return (
    <Band tone="danger" text={said.reloadNeeded}>
      <Reload />
    </Band>
  )
}

/** Whoever sat here signs in again and tries, or leaves the tab to who is signed in now. */
function OtherPersonBand({ name, isWall }: Readonly<{ name: string; isWall: boolean }>) {
  const said = useWords(words)
  return (
    <Band tone="danger" text={said.otherPerson(name)}>
      {isWall ? null : (
        <>
          <Button kind="secondary" size="small" icon="refresh" onClick={tryAgain}>
            {said.tryAgain}
          </Button>
          <Button kind="tertiary" size="small" onClick={changePerson}>
            {said.continueAs(name)}
          </Button>
        </>
      )}
    </Band>
  )
}

/** Whoever plays an exercise learns of the real thing at once, and goes there with one press. */
function RealBand({ view, isWall }: Readonly<{ view: ShellView; isWall: boolean }>) {
  const said = useWords(words)
  if (view.crisis?.mode !== 'exercise') return null
  const real = view.crises.find(({ mode }) => mode === 'real')
  if (real === undefined) return null
  return (
    <Band tone="danger" text={said.realOpen(real.title)}>
      {isWall ? null : (
        <Button kind="secondary" size="small" onClick={() => view.chooseCrisis(real.id)}>
          {said.followIt}
        </Button>
      )}
    </Band>
  )
}

/** A crisis that is over looks like one that runs, on every desk: this says that it is not. */
function ClosedBand({ view }: Readonly<{ view: ShellView }>) {
  const said = useWords(words)
  if (view.crisis === null || view.crisis.closedAt === null) return null
  return (
    <Band tone="neutral" text={said.crisisClosed}>
      <Button kind="secondary" size="small" onClick={() => view.chooseCrisis(null)}>
        {said.leaveCrisis}
      </Button>
    </Band>
  )
}

/** A browser makes no sound before somebody has pressed something: asked of those who must hear the alarm, while it would not be heard. */
function SoundBand({ view, isWall }: Readonly<{ view: ShellView; isWall: boolean }>) {
  const said = useWords(soundWords)
  const may = useMay()
  const isAsked = useIsPressWanted()
  const isRunning = view.crisis !== null && view.crisis.closedAt === null
  if (!isAsked || !isRunning || !(isWall || may('calls.acknowledgeUrgent'))) return null
  return (
    <Band tone="info" text={said.ask}>
      <SoundAnswers />
    </Band>
  )
}

type BandProps = Readonly<{ tone: Tone; text: string; children?: ReactNode }>

function Band({ tone, text, children = null }: BandProps) {
  return (
    <div className={`shell__band ui-tone--${tone}`}>
      <Icon name={toneIcon[tone]} />
      <p>{text}</p>
      {children}
    </div>
  )
}

function Reload() {
  const { reload } = useWords(words)
  return (
    <Button kind="secondary" size="small" icon="refresh" onClick={() => location.reload()}>
      {reload}
    </Button>
  )
}
