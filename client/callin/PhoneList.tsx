import { useEffect, useRef } from 'react'
import { words } from '#client/callin/words.ts'
import { classNames } from '#client/lib/class-names.ts'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { Kbd } from '#client/ui/Kbd.tsx'
import { outcomeLabels, phoneKindLabels } from '#shared/callin/labels.ts'
import type { Called } from '#shared/callin/state.ts'
import { formatPhone } from '#shared/lib/phone.ts'
import type { Member } from '#shared/roster/state.ts'

type PhoneListProps = Readonly<{
  member: Member
  called: Called
  /** The number to which the answer will be noted. */
  phone: number | null
  onChoose: (nth: number) => void
}>

/** The numbers in their order; the one to dial has the focus, so that Entrée dials it. */
export function PhoneList({ member, called, phone, onChoose }: PhoneListProps) {
  const said = useWords(words)
  const language = useLanguage()
  const format = useFormat()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector<HTMLElement>(`[data-nth="${phone}"]`)?.focus()
  }, [phone])
  return (
    <ul ref={list} className="callin-phones" aria-label={said.numbers}>
      {(member.personal?.phones ?? []).map(({ kind, e164 }, nth) => {
        const last = called.tries.findLast((one) => one.phone?.nth === nth && one.at >= member.phonesSince)
        return (
          <li key={e164}>
            <a
              href={`tel:${e164}`}
              className={classNames('callin-phone', nth === phone && 'callin-phone--chosen')}
              data-nth={nth}
              onFocus={() => onChoose(nth)}
            >
              <span className="callin-phone__number">{formatPhone(e164)}</span>
              <span className="ui-quiet">
                {phoneKindLabels[kind][language]}
                {last === undefined
                  ? null
                  : `, ${said.lastTry(outcomeLabels[last.outcome][language], format.instant(last.at, 'time'))}`}
              </span>
              <span className="ui-line callin-phone__call">
                <Icon name="phone" /> {said.call} {nth === phone ? <Kbd keys="Enter" /> : null}
              </span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
