import { ChoiceDialog } from '#client/sync/ReasonDialog.tsx'
import { phaseGrounds } from '#client/activation/grounds.ts'
import { words } from '#client/activation/words.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { SelectField } from '#client/ui/SelectField.tsx'
import { phaseLabels } from '#shared/activation/labels.ts'
import { phases, type Phase } from '#shared/activation/phases.ts'

export function PhaseDialog({ phase, onClose }: Readonly<{ phase: Phase; onClose: () => void }>) {
  const { manage: said, phase: label } = useWords(words)
  const language = useLanguage()
  const fields = (chosen: Phase, choose: (phase: Phase) => void) => (
    <SelectField
      label={label}
      value={chosen}
      options={phases.map((value) => ({ value, label: phaseLabels[value][language] }))}
      onChange={choose}
    />
  )
  return (
    <ChoiceDialog
      title={said.changePhase}
      action={said.record}
      grounds={phaseGrounds}
      command={(reason, chosen) => ({ type: 'activation.changePhase', phase: chosen, reason })}
      onClose={onClose}
      choice={{ initial: phase, fields }}
    />
  )
}
