import type { ReactNode } from 'react'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { words } from '#client/messages/words.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { ZoneHead } from '#client/ui/ZoneParts.tsx'
import { kindLabels } from '#shared/messages/labels.ts'
import type { Message } from '#shared/messages/state.ts'

type TextHeadProps = Readonly<{
  message: Message
  /** In whose hands it is, since when. */
  byline?: ReactNode
  /** What else there is to know or do. */
  children?: ReactNode
  onBack: () => void
}>

/** Of which kind the open text is, and the version that it is or would become. */
export function TextHead({ message, byline, children, onBack }: TextHeadProps) {
  const said = useWords(words)
  const language = useLanguage()
  const { kind, draft, versions } = message
  const n = versions.length + (draft === null ? 0 : 1)
  return (
    <ZoneHead title={said.zones.text} shows="hidden">
      <div className="msg-kind">
        <p>
          <strong>{kindLabels[kind][language]}</strong> {said.version(n)}
        </p>
        {byline === undefined ? null : <p className="ui-quiet">{byline}</p>}
      </div>
      {children}
      <IconButton icon="close" label={said.back} onClick={onBack} />
    </ZoneHead>
  )
}
