import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { words } from '#client/calls/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { KeyChoice } from '#client/ui/KeyChoice.tsx'
import { detailLabels, reasonLabel, themeLabels } from '#shared/calls/reason-labels.ts'
import { reasons, themeOf, themes, type Reason, type Theme } from '#shared/calls/reasons.ts'

type ReasonKeysProps = Readonly<{
  theme: Theme | null
  reason: Reason | null
  onChange: (theme: Theme | null, reason: Reason | null) => void
  error: string | null
}>

/** The reason in two keys: a theme, then its detail. Once chosen it is one line, out of the way. */
export function ReasonKeys({ theme, reason, onChange, error }: ReasonKeysProps) {
  const said = useWords(words)
  const language = useLanguage()
  const back = () => onChange(null, null)

  if (reason !== null) {
    return (
      <div className="ui-field">
        <span className="fr-label">{said.reason}</span>
        <p className="calls__chosen">
          <strong>{reasonLabel(reason, language)}</strong>
          <Button kind="tertiary" size="small" onClick={back}>
            {said.changeReason}
          </Button>
        </p>
      </div>
    )
  }
  if (theme === null) {
    const options = themes.map(({ id, key }) => ({
      value: id,
      keys: key,
      label: themeLabels[id][language],
      ...(id === 'lifeThreat' ? ({ tone: 'danger' } as const) : {}),
    }))
    return (
      <KeyChoice
        key="theme"
        label={said.reason}
        options={options}
        value={null}
        focus="first"
        error={error}
        onChoose={(chosen) => onChange(chosen, null)}
      />
    )
  }
  const details = reasons.filter((one) => themeOf(one) === theme)
  return (
    <div className="calls__details">
      <KeyChoice
        key={theme}
        label={said.detail(themeLabels[theme][language])}
        options={details.map((value, n) => ({
          value,
          keys: String(n + 1),
          label: detailLabels[value][language],
        }))}
        value={null}
        focus="first"
        error={error}
        onChoose={(chosen) => onChange(theme, chosen)}
        onLeave={back}
      />
      <Button kind="tertiary" size="small" keys="Escape" onClick={back}>
        {said.changeReason}
      </Button>
    </div>
  )
}
