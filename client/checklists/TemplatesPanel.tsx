import { useState } from 'react'
import { CardEditor } from '#client/checklists/CardEditor.tsx'
import { useCardDrafts } from '#client/checklists/use-card-drafts.ts'
import { words } from '#client/checklists/words.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { MessageTemplates } from '#client/messages/MessageTemplates.tsx'
import { useUnreviewed } from '#client/messages/use-unreviewed.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useMay } from '#client/sync/use-may.ts'
import { SelectField } from '#client/ui/SelectField.tsx'
import { ZoneLayout } from '#client/ui/ZoneLayout.tsx'
import { ZoneBody, ZoneHead } from '#client/ui/ZoneParts.tsx'
import { roleLabels } from '#shared/access/labels.ts'
import { roles, type Role } from '#shared/access/roles.ts'

/** What is prepared in quiet times: the message templates, and each role's reflex card. */
export function TemplatesPanel() {
  const said = useWords(words)
  const [shown, setShown] = useState<'templates' | 'lists'>('templates')
  return (
    <ZoneLayout
      title={said.templates}
      shown={shown}
      onShow={setShown}
      zones={[
        {
          id: 'templates',
          title: said.tabs.templates,
          width: 540,
          mark: useUnreviewed(),
          content: <MessageTemplates />,
        },
        { id: 'lists', title: said.tabs.lists, width: 700, mark: null, content: <Cards /> },
      ]}
    />
  )
}

function Cards() {
  const said = useWords(words)
  const language = useLanguage()
  const [role, setRole] = useState<Role>('switchboard')
  const cards = useConsole(({ state }) => state.standing.checklists)
  const { draftOf, isChanged } = useCardDrafts(cards)
  const mayEdit = useMay()('checklists.save')
  const whose = (
    <>
      <p>{mayEdit ? said.listsHint : said.readOnly}</p>
      <SelectField
        label={said.role}
        value={role}
        options={roles.map((value) => ({
          value,
          label: isChanged(value) ? said.unsaved(roleLabels[value][language]) : roleLabels[value][language],
        }))}
        onChange={setRole}
      />
    </>
  )
  return (
    <>
      <ZoneHead title={said.lists} />
      {mayEdit ? (
        <CardEditor key={role} role={role} draft={draftOf(role)}>
          {whose}
        </CardEditor>
      ) : (
        <ZoneBody>
          <div className="checklists__edit">
            {whose}
            <ol>
              {(cards[role] ?? []).map(({ id, label }) => (
                <li key={id}>{label}</li>
              ))}
            </ol>
          </div>
        </ZoneBody>
      )}
    </>
  )
}
