import type { ReactNode } from 'react'
import { CallerPart } from '#client/calls/CallerPart.tsx'
import { DetailsPart } from '#client/calls/DetailsPart.tsx'
import { hasPart, parts, togglePart, type Part } from '#client/calls/draft.ts'
import type { PartProps } from '#client/calls/part-props.ts'
import { SoughtPart } from '#client/calls/SoughtPart.tsx'
import { UpwardPart } from '#client/calls/UpwardPart.tsx'
import { words } from '#client/calls/words.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useKeys } from '#client/ui/use-keys.ts'
import { Kbd } from '#client/ui/Kbd.tsx'

/** Function keys: they work while one types, and letters are taken by reasons and outcomes. */
const keys: Readonly<Record<Part, string>> = {
  caller: 'F2',
  sought: 'Alt+p',
  upward: 'F4',
  callback: 'F8',
  details: 'F9',
}

/** The extended sheet: each part opens in place and takes the focus; closed again, it is not recorded. A promise stands above. */
export function MoreParts({ draft, problem, onChange }: PartProps) {
  const said = useWords(words)
  const novi = useConsole(({ crisis }) => crisis?.activation.novi ?? false)
  const offered = parts.filter((part) => part !== 'sought' || novi || draft.theme === 'missingRelative')
  const toggle = (part: Part) => onChange(togglePart(draft, part))
  useKeys(
    Object.fromEntries(
      offered.map((part) => [keys[part], { label: said.more[part], run: () => toggle(part) }]),
    ),
  )

  const contents: Readonly<Record<Exclude<Part, 'callback'>, ReactNode>> = {
    caller: <CallerPart draft={draft} problem={problem} onChange={onChange} />,
    sought: <SoughtPart draft={draft} problem={problem} onChange={onChange} />,
    upward: <UpwardPart draft={draft} problem={problem} onChange={onChange} />,
    details: <DetailsPart draft={draft} problem={problem} onChange={onChange} />,
  }
  return (
    <div className="calls__more">
      <div className="calls__more-keys">
        {offered.map((part) => (
          <button
            key={part}
            type="button"
            className="ui-key-choice__option ui-tone--info"
            aria-pressed={hasPart(draft, part)}
            aria-keyshortcuts={keys[part]}
            onClick={() => toggle(part)}
          >
            <Kbd keys={keys[part]} /> {said.more[part]}
          </button>
        ))}
      </div>
      {offered
        .filter((part) => part !== 'callback')
        .filter((part) => hasPart(draft, part))
        .map((part) => (
          <fieldset key={part} className="calls__part" data-part={part}>
            <legend>{said.more[part]}</legend>
            {contents[part]}
          </fieldset>
        ))}
    </div>
  )
}
