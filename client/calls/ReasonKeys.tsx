import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { words } from '#client/calls/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { KeyChoice } from '#client/ui/KeyChoice.tsx'
import { useIsSmall } from '#client/ui/use-is-narrow.ts'
import { detailLabels, reasonLabel, themeLabels } from '#shared/calls/reason-labels.ts'
import { reasons, themeOf, themes, type Reason, type Theme } from '#shared/calls/reasons.ts'

type ReasonKeysProps = Readonly<{
  theme: Theme | null
  reason: Reason | null
  onChange: (theme: Theme | null, reason: Reason | null) => void
  error: string | null
}>

/**
 * The reason in two keys: a theme, then its detail, changed by pressing others. Where there is little room it is one line
 * once it is chosen, out of the way.
 */
export function ReasonKeys(props: ReasonKeysProps) {
  const { theme, reason, onChange, error } = props
  const said = useWords(words)
  const language = useLanguage()
  const isSmall = useIsSmall()
  const back = () => onChange(null, null)

  if (reason !== null && isSmall) {
    return (
      <div className="ui-field">
        <span className="fr-label">{said.reason}</span>
        <p className="ui-line">
          <strong>{reasonLabel(reason, language)}</strong>
          <Button kind="tertiary" size="small" onClick={back}>
            {said.changeReason}
          </Button>
        </p>
      </div>
    )
  }
  return (
    <div>
      <KeyChoice
        label={said.reason}
        options={themes.map(({ id, key }) => ({
          value: id,
          keys: key,
          label: themeLabels[id][language],
          ...(id === 'lifeThreat' ? ({ tone: 'danger' } as const) : {}),
        }))}
        value={theme}
        focus={theme === null ? 'first' : 'none'}
        error={theme === null ? error : null}
        onChoose={(chosen) => onChange(chosen, null)}
      />
      {theme === null ? null : <Details {...props} theme={theme} onLeave={back} />}
    </div>
  )
}

type DetailsProps = ReasonKeysProps & Readonly<{ theme: Theme; onLeave: () => void }>

function Details({ theme, reason, onChange, error, onLeave }: DetailsProps) {
  const said = useWords(words)
  const language = useLanguage()
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
        value={reason}
        focus={reason === null ? 'first' : 'none'}
        error={error}
        onChoose={(chosen) => onChange(theme, chosen)}
        onLeave={onLeave}
      />
      {reason === null ? (
        <Button kind="tertiary" size="small" keys="Escape" onClick={onLeave}>
          {said.changeReason}
        </Button>
      ) : null}
    </div>
  )
}
