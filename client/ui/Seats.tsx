import { useWords } from '#client/lib/words.ts'
import { words } from '#client/ui/words.ts'

type SeatsProps = Readonly<{
  label: string
  filled: number
  coming: number
  needed: number
}>

/** Posts as seats: held, on the way, to fill. Those beyond the need are shown too. */
export function Seats({ label, filled, coming, needed }: SeatsProps) {
  const { seatFilled, seatComing, seatOpen } = useWords(words)
  const open = Math.max(0, needed - filled - coming)
  const seats = [
    ...Array.from({ length: filled }, () => 'filled' as const),
    ...Array.from({ length: coming }, () => 'coming' as const),
    ...Array.from({ length: open }, () => 'open' as const),
  ]
  return (
    <div
      className="ui-seats"
      role="img"
      aria-label={`${label} : ${filled} ${seatFilled}, ${coming} ${seatComing}, ${open} ${seatOpen}`}
    >
      {seats.map((state, index) => (
        // Seats have no identity of their own: the nth is the nth.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className={`ui-seat ui-seat--${state}`} />
      ))}
    </div>
  )
}
