import { CardEditor } from '#client/checklists/CardEditor.tsx'
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
  const mayEdit = useMay()('checklists.save')
  return (
    <Screen title={said.templates}>
      <Panel title={said.lists}>
        <div className="checklists__edit">
          <p>{mayEdit ? said.listsHint : said.readOnly}</p>
          <SelectField
            label={said.role}
            value={role}
            options={roles.map((value) => ({ value, label: roleLabels[value][language] }))}
            onChange={setRole}
          />
          {/* Another card, or the same saved by a colleague, starts from what is kept. */}
          <CardEditor
            key={`${role} ${JSON.stringify(cards[role])}`}
            role={role}
            kept={cards[role] ?? []}
            mayEdit={mayEdit}
          />
        </div>
      </Panel>
      <MessageTemplates />
    </Screen>
  )
}
