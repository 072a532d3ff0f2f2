import { useName } from '#client/sync/use-names.ts'
import { words } from '#client/calls/room-words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { outcomeLabels } from '#shared/calls/labels.ts'
import { reasonLabel } from '#shared/calls/reason-labels.ts'
import { isCallbackOutstanding } from '#shared/calls/select.ts'
import type { Sheet } from '#shared/calls/state.ts'

/** One call in one line: when, why, where, how it ended, who took it. */
export function SheetRow({ sheet, onOpen }: Readonly<{ sheet: Sheet; onOpen: () => void }>) {
  const said = useWords(words)
  const format = useFormat()
  const language = useLanguage()
  const nameOf = useName()
  const { content, corrected, links, by } = sheet
  const { startedAt, reason, commune, outcome } = content
  return (
    <button type="button" className="calls__row ui-row" onClick={onOpen}>
      <time>{format.instant(startedAt, 'time')}</time>
      <span className="calls__what">
        <span>
          {reasonLabel(reason, language)}
          {links.length === 0 ? null : <Icon name="link" />}
        </span>
        <small>
          {isCallbackOutstanding(sheet) ? (
            <span className="calls__open">
              <Icon name="time" /> {outcomeLabels[outcome][language]}
            </span>
          ) : (
            outcomeLabels[outcome][language]
          )}
          {commune === null ? null : `, ${commune.name}`}
          {`, ${nameOf(by)}`}
          {corrected === null ? null : `, ${said.corrected}`}
        </small>
      </span>
    </button>
  )
}
