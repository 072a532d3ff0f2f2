import { CardEditor } from '#client/checklists/CardEditor.tsx'
import { useCardDrafts } from '#client/checklists/use-card-drafts.ts'
import { words } from '#client/checklists/words.ts'
import { useState } from 'react'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useMay } from '#client/sync/use-may.ts'
import { MessageTemplates } from '#client/messages/MessageTemplates.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { Screen } from '#client/ui/Screen.tsx'
import { SelectField } from '#client/ui/SelectField.tsx'
import { roleLabels } from '#shared/access/labels.ts'
import { roles, type Role } from '#shared/access/roles.ts'

/** What is prepared in quiet times: each role's reflex card, and the message templates. */
export function TemplatesPanel() {
  const said = useWords(words)
  const language = useLanguage()
  const [role, setRole] = useState<Role>('switchboard')
  const cards = useConsole(({ state }) => state.standing.checklists)
  const { draftOf, isChanged } = useCardDrafts(cards)
  const mayEdit = useMay()('checklists.save')
  return (
    <Screen title={said.templates}>
      <Panel title={said.lists}>
        <div className="checklists__edit">
          <p>{mayEdit ? said.listsHint : said.readOnly}</p>
          <SelectField
            label={said.role}
            value={role}
            options={roles.map((value) => ({
              value,
              label: isChanged(value)
                ? said.unsaved(roleLabels[value][language])
                : roleLabels[value][language],
            }))}
            onChange={setRole}
          />
          {mayEdit ? (
            <CardEditor key={role} role={role} draft={draftOf(role)} />
          ) : (
            <ol>
              {(cards[role] ?? []).map(({ id, label }) => (
                <li key={id}>{label}</li>
              ))}
            </ol>
          )}
        </div>
      </Panel>
      <MessageTemplates />
    </Screen>
  )
}
