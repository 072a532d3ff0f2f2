import { useWords } from '#client/lib/words.ts'
import { MessageList } from '#client/messages/MessageList.tsx'
import { NextPoint } from '#client/messages/NextPoint.tsx'
import { words } from '#client/messages/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { ZoneBody, ZoneFoot, ZoneHead } from '#client/ui/ZoneParts.tsx'
import type { MessageId } from '#shared/lib/id.ts'
import type { Crisis } from '#shared/state.ts'

type ListZoneProps = Readonly<{
  crisis: Crisis
  selected: MessageId | null
  onSelect: (id: MessageId) => void
  /** Null: this person begins none. */
  onBegin: (() => void) | null
}>

/** The texts of the crisis, how to begin another, and what the public was promised. */
export function ListZone({ crisis, selected, onSelect, onBegin }: ListZoneProps) {
  const said = useWords(words)
  const isEmpty = Object.keys(crisis.messages).length === 0
  return (
    <>
      <ZoneHead title={said.zones.list}>
        {onBegin === null ? null : (
          <Button kind="tertiary" icon="add" keys="n" onClick={onBegin}>
            {said.newShort} <span className="fr-sr-only">{said.newWhat}</span>
          </Button>
        )}
      </ZoneHead>
      <ZoneBody padding="flush">
        {isEmpty ? (
          <EmptyState title={said.emptyTitle} icon="message">
            {said.empty}
          </EmptyState>
        ) : (
          <MessageList messages={crisis.messages} selected={selected} onSelect={onSelect} />
        )}
      </ZoneBody>
      <ZoneFoot>
        <NextPoint crisis={crisis} />
      </ZoneFoot>
    </>
  )
}
