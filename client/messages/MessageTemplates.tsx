import { useState } from 'react'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { TemplateEditor } from '#client/messages/TemplateEditor.tsx'
import { templateWords } from '#client/messages/template-words.ts'
import { useName } from '#client/sync/use-names.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useMay } from '#client/sync/use-may.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { Button } from '#client/ui/Button.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { kindLabels } from '#shared/messages/labels.ts'
import type { Template } from '#shared/messages/state.ts'
import '#client/messages/messages.css'

/** The texts a crisis begins with: read and kept up to date in quiet times. */
export function MessageTemplates() {
  const said = useWords(templateWords)
  const templates = useConsole(({ state }) => state.standing.templates)
  const mayChange = useMay()('messages.saveTemplate')
  const [opened, setOpened] = useState<Template | 'new' | null>(null)
  return (
    <Panel
      title={said.title}
      aside={
        mayChange ? (
          <Button size="small" icon="add" onClick={() => setOpened('new')}>
            {said.add}
          </Button>
        ) : undefined
      }
      padding="flush"
    >
      <ul className="msg-standing">
        {Object.values(templates).map((template) => (
          <li key={template.id}>
            <Row template={template} onOpen={mayChange ? () => setOpened(template) : null} />
          </li>
        ))}
      </ul>
      {opened === null ? null : (
        <TemplateEditor template={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />
      )}
    </Panel>
  )
}

type RowProps = Readonly<{ template: Template; onOpen: (() => void) | null }>

function Row({ template, onOpen }: RowProps) {
  const said = useWords(templateWords)
  const language = useLanguage()
  const format = useFormat()
  const nameOf = useName()
  const { name, kind, title, reviewed } = template
  return (
    <div className="msg-standing__row">
      <span className="msg-standing__name">
        <strong>{name}</strong>
        {kindLabels[kind].fr === name ? null : <span>{kindLabels[kind][language]}</span>}
      </span>
      <span className="msg-standing__title">{title}</span>
      {reviewed === null ? (
        <Badge tone="warning">{said.neverReviewed}</Badge>
      ) : (
        <span className="msg-muted">
          {said.reviewed(format.instant(reviewed.at, 'date'), nameOf(reviewed.by))}
        </span>
      )}
      {onOpen === null ? null : (
        <Button kind="tertiary" size="small" onClick={onOpen}>
          {said.review}
        </Button>
      )}
    </div>
  )
}
