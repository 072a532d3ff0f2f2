import { activateSound, declineSound, soundAlarm, useSound } from '#client/calls/alarm-sound.ts'
import { words } from '#client/calls/sound-words.ts'
import { useWords } from '#client/lib/words.ts'
import { Button } from '#client/ui/Button.tsx'

/** What is answered, once a session, when the shell asks whether the alarm may be heard here. */
export function SoundAnswers() {
  const said = useWords(words)
  return (
    <>
      <Button
        kind="secondary"
        size="small"
        icon="alarm"
        onClick={() => void activateSound().then(soundAlarm)}
      >
        {said.activate}
      </Button>
      <Button kind="tertiary" size="small" onClick={declineSound}>
        {said.without}
      </Button>
    </>
  )
}

/** In "Mon compte": whether it is on here, and how it sounds. */
export function SoundTest() {
  const said = useWords(words)
  const isReady = useSound() === 'ready'
  return (
    <div className="ui-line ui-line--apart">
      <span>{isReady ? said.isOn : said.isOff}</span>
      <Button kind="secondary" size="small" onClick={() => void activateSound().then(soundAlarm)}>
        {isReady ? said.test : said.activate}
      </Button>
    </div>
  )
}
