import type { ReactNode } from 'react'
import { classNames } from '#client/lib/class-names.ts'
import { useWords } from '#client/lib/words.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { words } from '#client/ui/words.ts'

/** What every field has. `error` is a whole sentence that names the field and says what to do. */
export type FieldProps = Readonly<{
  label: string
  hint?: string | undefined
  error?: string | null | undefined
  /** Mark the rarer kind only: fields are required unless they say `optional`. */
  presence?: 'required' | 'optional'
  /** `spoken`: what stands in the control says what it is about. */
  naming?: 'shown' | 'spoken' | undefined
}>

type FrameProps = FieldProps & Readonly<{ id: string; children: ReactNode }>

/** Label above, hint beside it, the control, then the error: tied together for screen readers by `describedBy`. */
export function Field({ id, label, hint, error = null, presence = 'required', ...frame }: FrameProps) {
  const { optional } = useWords(words)
  const { naming = 'shown', children } = frame
  return (
    <div className={classNames('ui-field', error !== null && 'ui-field--error')}>
      <label className={classNames('fr-label', naming === 'spoken' && 'fr-sr-only')} htmlFor={id}>
        {label}
        {presence === 'optional' ? <span className="ui-field__optional"> ({optional})</span> : null}
      </label>
      {hint === undefined ? null : (
        <p className="ui-field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      <FieldError id={id} error={error} />
    </div>
  )
}

export function FieldError({ id, error }: Readonly<{ id: string; error: string | null }>) {
  return (
    <p className="ui-field__error" id={`${id}-error`} aria-live="polite">
      {error === null ? null : (
        <>
          <Icon name="danger" /> {error}
        </>
      )}
    </p>
  )
}

/** The attributes that tie a control to its hint and error. */
export function describedBy(
  id: string,
  { hint, error = null, presence }: Omit<FieldProps, 'label' | 'naming'>,
) {
  const ids = [hint === undefined ? null : `${id}-hint`, error === null ? null : `${id}-error`].filter(
    Boolean,
  )
  return {
    id,
    'aria-describedby': ids.length === 0 ? undefined : ids.join(' '),
    'aria-invalid': error === null ? undefined : true,
    'aria-required': presence === 'optional' ? undefined : true,
  }
}
