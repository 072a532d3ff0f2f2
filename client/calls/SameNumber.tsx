import { useEffect } from 'react'
import { hasCaller, type Draft } from '#client/calls/draft.ts'
import { useName } from '#client/sync/use-names.ts'
import { useSameNumber } from '#client/calls/use-same-number.ts'
import { words } from '#client/calls/words.ts'
import { useNow } from '#client/lib/clock.ts'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { reasonLabel } from '#shared/calls/reason-labels.ts'
import type { Sheet } from '#shared/calls/state.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'

type SameNumberProps = Readonly<{ draft: Draft; onChange: (changes: Partial<Draft>) => void }>

/** "Même numéro il y a 6 min": said as soon as the number is typed, linked in one key. */
export function SameNumber({ draft, onChange }: SameNumberProps) {
  const earlier = useSameNumber(draft.crisis, hasCaller(draft) ? draft.caller.phone : '')
  const last = earlier.find(({ id }) => id !== draft.corrects?.sheet)
  if (last === undefined) return null
  const isLinked = draft.linkedTo === last.id
  const toggle = () => onChange({ linkedTo: isLinked ? null : last.id })
  return <Earlier sheet={last} link={draft.corrects === null ? toggle : null} isLinked={isLinked} />
}

type EarlierProps = Readonly<{
  sheet: Sheet
  isLinked: boolean
  /** Null in a correction: its links stay as they are. */
  link: (() => void) | null
}>

function Earlier({ sheet, isLinked, link }: EarlierProps) {
  const said = useWords(words)
  const format = useFormat()
  const language = useLanguage()
  const nameOf = useName()
  const { content, by, personal } = sheet
  const note = personal?.note ?? null
  const when = format.relative(content.startedAt, useNow(15_000))
  const sentence = said.sameNumber(when, reasonLabel(content.reason, language), nameOf(by))
  useEffect(() => announce(sentence, 'polite'), [sentence])
  useKeys(link === null ? {} : { 'Alt+l': { label: said.link, run: link } })
  return (
    <div className="calls__same">
      <Icon name="link" />
      <p>
        {sentence}
        {note === null ? null : <small>{bindSpaces(note)}</small>}
      </p>
      {link === null ? null : (
        <Button kind="tertiary" size="small" keys="Alt+l" onClick={link}>
          {isLinked ? said.unlink : said.link}
        </Button>
      )}
    </div>
  )
}
