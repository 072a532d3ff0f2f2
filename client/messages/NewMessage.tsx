import { useState } from 'react'
import { now } from '#client/lib/clock.ts'
import { useInstallation } from '#client/lib/installation.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { knownBlanks } from '#client/messages/known-blanks.ts'
import { useAct } from '#client/sync/use-act.ts'
import { words } from '#client/messages/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Kbd } from '#client/ui/Kbd.tsx'
import { SearchField } from '#client/ui/SearchField.tsx'
import { fold } from '#shared/lib/fold.ts'
import type { MessageId } from '#shared/lib/id.ts'
import { isPublicKind, type PublicKind } from '#shared/messages/kinds.ts'
import { kindLabels } from '#shared/messages/labels.ts'
import type { Template } from '#shared/messages/state.ts'
import { contentOf, fillContent } from '#shared/messages/template.ts'
import type { Crisis } from '#shared/state.ts'

type PublicTemplate = Template & Readonly<{ kind: PublicKind }>

type NewMessageProps = Readonly<{
  crisis: Crisis
  onClose: () => void
  onBegun: (id: MessageId) => void
}>

/** Chooses the template a message begins from; what the crisis already says fills its blanks. */
export function NewMessage({ crisis, onClose, onBegun }: NewMessageProps) {
  const said = useWords(words)
  const language = useLanguage()
  const { name } = useInstallation()
  const templates = useConsole(({ state }) => state.standing.templates)
  const { send, problem, isSending } = useAct()
  const [typed, setTyped] = useState('')
  const shown = Object.values(templates)
    .filter((template): template is PublicTemplate => isPublicKind(template.kind))
    .filter((template) =>
      fold(`${template.name} ${kindLabels[template.kind][language]}`).includes(fold(typed)),
    )

  const begin = async ({ id: template, kind, ...parts }: PublicTemplate) => {
    if (isSending) return
    const blank = contentOf({ id: template, kind, ...parts }, now())
    const content = fillContent(blank, knownBlanks(crisis, name))
    const sent = await send({ type: 'messages.draft', kind, template, content })
    if (sent.status === 'refused') return
    // A message has the id of the command that began it.
    if (sent.status === 'recorded') onBegun(sent.id as string as MessageId)
    else onClose()
  }
  return (
    <Dialog title={said.chooseTemplate} size="large" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const [first] = shown
          if (first !== undefined) void begin(first)
        }}
      >
        <SearchField label={said.templateFilter} value={typed} onChange={setTyped} />
      </form>
      <ActProblem text={problem} />
      <ul>
        {shown.map((template, n) => (
          <li key={template.id}>
            <button type="button" className="msg-template ui-row" onClick={() => void begin(template)}>
              <span>
                <strong>{template.name}</strong>
                <span className="ui-quiet">{template.title}</span>
              </span>
              {template.reviewed === null ? <span className="ui-quiet">{said.neverReviewed}</span> : null}
              {n === 0 ? <Kbd keys="Enter" /> : null}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
