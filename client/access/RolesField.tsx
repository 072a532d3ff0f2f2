import { words } from '#client/access/words.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { CheckboxField } from '#client/ui/CheckboxField.tsx'
import { FieldError } from '#client/ui/Field.tsx'
import { roleLabels } from '#shared/access/labels.ts'
import { roles, type Role } from '#shared/access/roles.ts'

type RolesFieldProps = Readonly<{
  held: readonly Role[]
  onChange: (held: readonly Role[]) => void
  isChecked: boolean
}>

/** A person may hold several roles. */
export function RolesField({ held, onChange, isChecked }: RolesFieldProps) {
  const { settings: said } = useWords(words)
  const language = useLanguage()
  return (
    <fieldset className="access-roles">
      <legend className="fr-label">{said.roles}</legend>
      {roles.map((role) => (
        <CheckboxField
          key={role}
          label={roleLabels[role][language]}
          checked={held.includes(role)}
          onChange={(isHeld) => onChange(isHeld ? [...held, role] : held.filter((other) => other !== role))}
        />
      ))}
      <FieldError id="roles" error={isChecked && held.length === 0 ? said.rolesError : null} />
    </fieldset>
  )
}
