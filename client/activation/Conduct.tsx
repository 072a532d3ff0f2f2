import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { CloseCrisisDialog } from '#client/activation/CloseCrisisDialog.tsx'
import { DetailsDialog } from '#client/activation/DetailsDialog.tsx'
import { OpenLineDialog } from '#client/activation/OpenLineDialog.tsx'
import { PhaseDialog } from '#client/activation/PhaseDialog.tsx'
import { words } from '#client/activation/words.ts'
import { useWords } from '#client/lib/words.ts'
import { useMay, useMayOpen } from '#client/sync/use-may.ts'
import { Badge } from '#client/ui/Badge.tsx'
import { Button } from '#client/ui/Button.tsx'
import { useActions, useKeys } from '#client/ui/use-keys.ts'
import { isLineOpen } from '#shared/activation/select.ts'
import type { Crisis } from '#shared/state.ts'

/** The acts on the crisis itself, for those whose role has them: the line, the level, the end. */
export function Conduct({ crisis }: Readonly<{ crisis: Crisis }>) {
  const said = useWords(words).manage
  const may = useMay()
  const mayOpenAnother = useMayOpen().length > 0
  const isOpen = isLineOpen(crisis.activation)
  return (
    <>
      <Badge tone={isOpen ? 'success' : 'neutral'}>{isOpen ? said.lineOpen : said.lineClosed}</Badge>
      {may(isOpen ? 'activation.closeLine' : 'activation.openLine') ? <Line crisis={crisis} /> : null}
      {mayOpenAnother ? <Another /> : null}
      <Course crisis={crisis} />
    </>
  )
}

/** Another crisis beside this one. */
function Another() {
  const said = useWords(words).manage
  const navigate = useNavigate()
  const activateAnother = () => void navigate({ to: '/activation' })
  useActions([{ id: 'another', label: said.secondCrisis, run: activateAnother }])
  return (
    <Button kind="tertiary" size="small" onClick={activateAnother}>
      {said.secondCrisis}
    </Button>
  )
}

/** What it is about, its level, its end. */
function Course({ crisis }: Readonly<{ crisis: Crisis }>) {
  const said = useWords(words).manage
  const may = useMay()
  const [open, setOpen] = useState<'details' | 'phase' | 'close' | null>(null)
  return (
    <>
      {may('activation.changeDetails') ? (
        <Button kind="tertiary" size="small" onClick={() => setOpen('details')}>
          {said.edit}
        </Button>
      ) : null}
      {may('activation.changePhase') ? (
        <Button kind="tertiary" size="small" onClick={() => setOpen('phase')}>
          {said.changePhase}
        </Button>
      ) : null}
      {may('activation.close') ? (
        <Button kind="tertiary" size="small" onClick={() => setOpen('close')}>
          {said.close}
        </Button>
      ) : null}
      {open === 'details' ? (
        <DetailsDialog activation={crisis.activation} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'phase' ? (
        <PhaseDialog phase={crisis.activation.phase} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'close' ? <CloseCrisisDialog onClose={() => setOpen(null)} /> : null}
    </>
  )
}

function Line({ crisis }: Readonly<{ crisis: Crisis }>) {
  const said = useWords(words).manage
  const [isAsking, setAsking] = useState(false)
  const isOpen = isLineOpen(crisis.activation)
  const label = isOpen ? said.closeLine : said.openLine
  const ask = () => setAsking(true)
  useKeys({ o: { label, run: ask } })
  return (
    <>
      <Button kind={isOpen ? 'secondary' : 'primary'} keys="O" onClick={ask}>
        {label}
      </Button>
      {isAsking ? <OpenLineDialog crisis={crisis} onClose={() => setAsking(false)} /> : null}
    </>
  )
}
