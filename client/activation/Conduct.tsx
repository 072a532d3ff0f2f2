import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { DeputiesAtWork } from '#client/access/DeputiesAtWork.tsx'
import { DeputySwitch, useMayBringIn } from '#client/access/DeputySwitch.tsx'
import { CloseCrisisDialog } from '#client/activation/CloseCrisisDialog.tsx'
import { DetailsDialog } from '#client/activation/DetailsDialog.tsx'
import { OpenLineDialog } from '#client/activation/OpenLineDialog.tsx'
import { PhaseDialog } from '#client/activation/PhaseDialog.tsx'
import { words } from '#client/activation/words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useWords } from '#client/lib/words.ts'
import { useMay, useMayOpen } from '#client/sync/use-may.ts'
import { Button } from '#client/ui/Button.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { Menu, type MenuItem } from '#client/ui/Menu.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { isLineOpen } from '#shared/activation/select.ts'
import type { Crisis } from '#shared/state.ts'

type Question = 'line' | 'details' | 'phase' | 'close' | 'deputy'
type CrisisProps = Readonly<{ crisis: Crisis }>

/** Whether the public is answered, and who stands in for whom. */
export function Standing({ crisis }: CrisisProps) {
  const said = useWords(words).manage
  const format = useFormat()
  const { activation } = crisis
  const isOpen = isLineOpen(activation)
  return (
    <div className="activation-standing">
      <p>
        {isOpen ? <Icon name="check" /> : null}
        <strong>{isOpen ? said.lineOpen : said.lineClosed}</strong>
        {isOpen && activation.lineOpenedAt !== null ? (
          <span>{said.since(format.instant(activation.lineOpenedAt, 'time'))}</span>
        ) : null}
      </p>
      <DeputiesAtWork crisis={crisis} />
    </div>
  )
}

/** The acts on the crisis itself, for those whose role has them: the line, the level, the end. */
export function Conduct({ crisis }: CrisisProps) {
  const said = useWords(words).manage
  const may = useMay()
  // Here rather than beside each button: what a colleague does takes buttons away, never the question one is answering.
  const [asked, setAsked] = useState<Question | null>(null)
  const isOpen = isLineOpen(crisis.activation)
  const line = isOpen ? said.closeLine : said.openLine
  const askLine = () => setAsked('line')
  const mayTurn = may(isOpen ? 'activation.closeLine' : 'activation.openLine')
  useKeys(mayTurn ? { o: { label: line, run: askLine } } : {})
  const items = useCourse(setAsked)
  const closing = { id: 'line', label: said.closeLine, keys: 'o', run: askLine }
  return (
    <>
      <Menu label={said.conduct} keys="c" items={mayTurn && isOpen ? [closing, ...items] : items} />
      {mayTurn && !isOpen ? (
        <Button keys="o" onClick={askLine}>
          {line}
        </Button>
      ) : null}
      <Asked question={asked} crisis={crisis} onClose={() => setAsked(null)} />
    </>
  )
}

/** What may be done with the crisis by whoever is here, the line apart. */
function useCourse(onAsk: (question: Question) => void): readonly MenuItem[] {
  const said = useWords(words).manage
  const navigate = useNavigate()
  const may = useMay()
  const mayOpenAnother = useMayOpen().length > 0
  const ask = (id: Question, label: string, isOffered: boolean) =>
    isOffered ? [{ id, label, run: () => onAsk(id) }] : []
  const another = { id: 'another', label: said.secondCrisis, run: () => void navigate({ to: '/activation' }) }
  return [
    ...ask('details', said.edit, may('activation.changeDetails')),
    ...ask('phase', said.changePhase, may('activation.changePhase')),
    ...ask('deputy', said.deputy, useMayBringIn()),
    ...ask('close', said.close, may('activation.close')),
    ...(mayOpenAnother ? [another] : []),
  ]
}

type AskedProps = CrisisProps & Readonly<{ question: Question | null; onClose: () => void }>

function Asked({ question, crisis, onClose }: AskedProps) {
  if (question === 'line') return <OpenLineDialog crisis={crisis} onClose={onClose} />
  if (question === 'details') return <DetailsDialog activation={crisis.activation} onClose={onClose} />
  if (question === 'phase') return <PhaseDialog phase={crisis.activation.phase} onClose={onClose} />
  if (question === 'deputy') return <DeputySwitch crisis={crisis} onClose={onClose} />
  return question === 'close' ? <CloseCrisisDialog crisis={crisis} onClose={onClose} /> : null
}
