import { useLayoutEffect, useRef } from 'react'
import { arrivalDeeds, keyedDeeds, type ArrivalDeed } from '#client/callin/arrival-deeds.ts'
import type { CallinDesk } from '#client/callin/use-callin.ts'
import { words } from '#client/callin/words.ts'
import { useWords } from '#client/lib/words.ts'
import { usePersonNames } from '#client/roster/person-name.ts'
import { announce } from '#client/ui/announce.ts'
import { useKeys } from '#client/ui/use-keys.ts'
import type { MemberId } from '#shared/lib/id.ts'

/** Arrows go from row to row at the door, even out of the search; a letter acts on the row that has the focus. */
export function useArrivalKeys(desk: CallinDesk): void {
  const said = useWords(words)
  const names = usePersonNames(desk.standing.roster)
  const follow = useFollowing()
  const run = (wanted: ArrivalDeed) => {
    const { index, row } = focused()
    const member = row?.dataset['member'] as MemberId | undefined
    if (member === undefined) return focusRow(0)
    const offer = arrivalDeeds(desk, member).find(({ deed }) => deed === wanted)
    if (offer === undefined) return undefined
    void desk.act(offer.command)
    announce(`${names.of(member)} : ${said.deeds[wanted]}`, 'polite')
    return follow({ member, index })
  }
  const letters = keyedDeeds(desk).map(
    ([deed, key]) => [key, { label: said.deeds[deed], run: () => run(deed) }] as const,
  )
  useKeys({
    ...Object.fromEntries(letters),
    ArrowDown: { label: said.nextRow, run: () => focusRow(focused().index + 1), whileTyping: 'fires' },
    ArrowUp: { label: said.previousRow, run: () => focusRow(Math.max(0, focused().index - 1)) },
  })
}

type Leaving = Readonly<{ member: MemberId; index: number }>

/** Once its row has left for another list, whenever the server says so, the hand goes on with the one in its place. */
function useFollowing(): (row: Leaving) => void {
  const leaving = useRef<Leaving | null>(null)
  useLayoutEffect(() => {
    if (leaving.current === null) return
    const { member, index } = leaving.current
    const { row } = focused()
    const hasMoved = row !== null && row.dataset['member'] !== member
    if (!hasMoved && rows()[index]?.dataset['member'] === member) return
    leaving.current = null
    if (!hasMoved) focusRow(index)
  })
  return (row) => {
    leaving.current = row
  }
}

function rows(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-member]')]
}

function focused(): Readonly<{ index: number; row: HTMLElement | null }> {
  const row = document.activeElement?.closest<HTMLElement>('[data-member]') ?? null
  return { index: row === null ? -1 : rows().indexOf(row), row }
}

function focusRow(index: number): void {
  const all = rows()
  const row = all[Math.min(index, all.length - 1)]
  row?.querySelector<HTMLElement>('button, a')?.focus()
}
