import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { DeputySwitch } from '#client/access/DeputySwitch.tsx'
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

type Question = 'line' | 'details' | 'phase' | 'close'
type AskProps = Readonly<{ crisis: Crisis; onAsk: (question: Question) => void }>

/** The acts on the crisis itself, for those whose role has them: the line, the level, the end. */
export function Conduct({ crisis }: Readonly<{ crisis: Crisis }>) {
  const said = useWords(words).manage
  const may = useMay()
  const mayOpenAnother = useMayOpen().length > 0
  // Here rather than beside each button: what a colleague does takes buttons away, never the question one is answering.
  const [asked, setAsked] = useState<Question | null>(null)
  const isOpen = isLineOpen(crisis.activation)
  return (
    <>
      <Badge tone={isOpen ? 'success' : 'neutral'}>{isOpen ? said.lineOpen : said.lineClosed}</Badge>
      {/* Opened by someone else it is another button: Entrée on the one that was there does not fall on it. */}
      {may(isOpen ? 'activation.closeLine' : 'activation.openLine') ? (
        <Line key={isOpen ? 'close' : 'open'} crisis={crisis} onAsk={setAsked} />
      ) : null}
      {mayOpenAnother ? <Another /> : null}
      <Course onAsk={setAsked} />
      <DeputySwitch crisis={crisis} />
      <Asked question={asked} crisis={crisis} onClose={() => setAsked(null)} />
    </>
  )
}

type AskedProps = Readonly<{ question: Question | null; crisis: Crisis; onClose: () => void }>

function Asked({ question, crisis, onClose }: AskedProps) {
  if (question === 'line') return <OpenLineDialog crisis={crisis} onClose={onClose} />
  if (question === 'details') return <DetailsDialog activation={crisis.activation} onClose={onClose} />
  if (question === 'phase') return <PhaseDialog phase={crisis.activation.phase} onClose={onClose} />
  return question === 'close' ? <CloseCrisisDialog onClose={onClose} /> : null
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
function Course({ onAsk }: Pick<AskProps, 'onAsk'>) {
  const said = useWords(words).manage
  const may = useMay()
  return (
    <>
      {may('activation.changeDetails') ? (
        <Button kind="tertiary" size="small" onClick={() => onAsk('details')}>
          {said.edit}
        </Button>
      ) : null}
      {may('activation.changePhase') ? (
        <Button kind="tertiary" size="small" onClick={() => onAsk('phase')}>
          {said.changePhase}
        </Button>
      ) : null}
      {may('activation.close') ? (
        <Button kind="tertiary" size="small" onClick={() => onAsk('close')}>
          {said.close}
        </Button>
      ) : null}
    </>
  )
}

function Line({ crisis, onAsk }: AskProps) {
  const said = useWords(words).manage
  const isOpen = isLineOpen(crisis.activation)
  const label = isOpen ? said.closeLine : said.openLine
  const ask = () => onAsk('line')
  useKeys({ o: { label, run: ask } })
  return (
    <Button kind={isOpen ? 'secondary' : 'primary'} keys="o" onClick={ask}>
      {label}
    </Button>
  )
}
