import { useState } from 'react'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { TemplateEditor } from '#client/messages/TemplateEditor.tsx'
import { templateWords } from '#client/messages/template-words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useMay } from '#client/sync/use-may.ts'
import { useName } from '#client/sync/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { LoadingState } from '#client/ui/LoadingState.tsx'
import { ZoneBody, ZoneHead } from '#client/ui/ZoneParts.tsx'
import { kindLabels } from '#shared/messages/labels.ts'
import type { Template } from '#shared/messages/state.ts'
import '#client/messages/messages.css'

/** The texts a crisis begins with: read and kept up to date in quiet times. Who was read longest ago comes first. */
export function MessageTemplates() {
  const said = useWords(templateWords)
  const { templates, isLoaded } = useConsole(({ state, isLoaded }) => ({
    templates: state.standing.templates,
    isLoaded,
  }))
  const mayChange = useMay()('messages.saveTemplate')
  const [opened, setOpened] = useState<Template | 'new' | null>(null)
  const oldestFirst = Object.values(templates).sort(
    (a, b) => (a.reviewed?.at ?? -Infinity) - (b.reviewed?.at ?? -Infinity) || 0,
  )
  return (
    <>
      <ZoneHead title={said.title}>
        {mayChange ? (
          <Button kind="tertiary" icon="add" onClick={() => setOpened('new')}>
            {said.add}
          </Button>
        ) : null}
      </ZoneHead>
      <ZoneBody padding="flush">
        {isLoaded || oldestFirst.length > 0 ? null : <LoadingState />}
        <ul>
          {oldestFirst.map((template) => (
            <Row
              key={template.id}
              template={template}
              onOpen={mayChange ? () => setOpened(template) : null}
            />
          ))}
        </ul>
      </ZoneBody>
      {opened === null ? null : (
        <TemplateEditor template={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />
      )}
    </>
  )
}

type RowProps = Readonly<{ template: Template; onOpen: (() => void) | null }>

function Row({ template: { name, kind, title, reviewed }, onOpen }: RowProps) {
  const said = useWords(templateWords)
  const language = useLanguage()
  const format = useFormat()
  const nameOf = useName()
  return (
    <li className="msg-standing">
      <div>
        <p>
          <strong>{name}</strong>
          {name.startsWith(kindLabels[kind].fr) ? null : <small> {kindLabels[kind][language]}</small>}
        </p>
        <p className="msg-standing__title">{title}</p>
      </div>
      <p className="ui-quiet">
        {reviewed === null ? (
          <span className="ui-tone--warning">
            <Icon name="warning" /> {said.neverReviewed}
          </span>
        ) : (
          said.reviewed(format.instant(reviewed.at, 'date'), nameOf(reviewed.by))
        )}
      </p>
      {onOpen === null ? null : (
        <Button kind="tertiary" size="small" label={`${said.review} ${name}`} onClick={onOpen}>
          {said.review}
        </Button>
      )}
    </li>
  )
}
