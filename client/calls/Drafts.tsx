import { isBlank, type Draft } from '#client/calls/draft.ts'
import { removeDraft, takeUpDraft, type Desk } from '#client/calls/drafts.ts'
import { useRefusalOf } from '#client/calls/refused-drafts.ts'
import { words } from '#client/calls/words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { reasonLabel, themeLabels } from '#shared/calls/reason-labels.ts'

/** Sheets begun and set aside; absent when there are none. */
export function Drafts({ desk }: Readonly<{ desk: Desk }>) {
  const said = useWords(words)
  const aside = desk.drafts.filter((draft) => draft.id !== desk.active && !isBlank(draft))
  if (aside.length === 0) return null
  return (
    <Panel title={`${said.drafts} (${aside.length})`} padding="flush">
      <ul className="calls__rows">
        {aside.map((draft) => (
          <DraftRow key={draft.id} draft={draft} />
        ))}
      </ul>
    </Panel>
  )
}

function DraftRow({ draft }: Readonly<{ draft: Draft }>) {
  const said = useWords(words)
  const format = useFormat()
  const language = useLanguage()
  const explain = useRefusalWords()
  const refusal = useRefusalOf(draft.id)
  const { reason, theme, commune, startedAt, madeAt } = draft
  const about =
    reason === null
      ? theme === null
        ? said.noReason
        : themeLabels[theme][language]
      : reasonLabel(reason, language)
  return (
    <li className="calls__row">
      <span className="calls__time">{format.instant(startedAt ?? madeAt, 'time')}</span>
      <span className="calls__what">
        {about}
        {commune === null ? null : ` · ${commune.name}`}
        {refusal === null ? null : ` · ${explain(refusal)}`}
      </span>
      <Button kind="secondary" size="small" onClick={() => void takeUpDraft(draft)}>
        {said.resume}
      </Button>
      <IconButton icon="trash" label={said.discard} onClick={() => removeDraft(draft.id)} />
    </li>
  )
}
