import { useLayoutEffect, useRef, useState } from 'react'
import { keepText, keptText, type Writing } from '#client/messages/kept-text.ts'
import { cleanProse } from '#shared/lib/clean-text.ts'
import { asSaid, contentHash, tidy } from '#shared/messages/content.ts'
import type { Draft, Message } from '#shared/messages/state.ts'
import { fillContent } from '#shared/messages/template.ts'

type Given = Readonly<{ message: Message; draft: Draft; isExercise: boolean }>

/**
 * A text being written: kept on this machine until it is saved, and resting on one revision. When another person saves
 * meanwhile, a text its reader has not touched follows theirs and a touched one waits for its author to choose.
 */
export function useWorkingText({ message, draft, isExercise }: Given) {
  const [writing, setWriting] = useState<Writing>(() => keptText(message.id) ?? from(draft))
  const content = asSaid(tidy(fillContent(writing.text, writing.values)), isExercise)
  const correction = message.versions.length === 0 ? null : cleanProse(writing.correction) || draft.correction
  const hash = contentHash({ message: message.id, kind: message.kind, content, correction })
  const isDirty = hash !== writing.baseHash
  const isOvertaken = draft.revision > writing.basedOn
  if (isOvertaken && !isDirty) setWriting(from(draft))
  const latest = useRef(writing)
  useLayoutEffect(() => {
    latest.current = writing
  }, [writing])

  const hold = (next: Writing) => {
    setWriting(next)
    keepText(message.id, next)
  }
  const change = (next: Partial<Writing>) => hold({ ...writing, ...next })
  const restOn = (next: Writing) => {
    keepText(message.id, null)
    setWriting(next)
  }
  return {
    writing,
    content,
    correction,
    hash,
    isDirty,
    isOvertaken,
    change,
    /** The text of this rendering was saved as this revision. False: its author has gone on writing since, and keeps that. */
    saved: (basedOn: number): boolean => {
      const isWhole = latest.current === writing
      if (isWhole) {
        restOn({ basedOn, baseHash: hash, text: content, values: {}, correction: correction ?? '' })
      } else hold({ ...latest.current, basedOn, baseHash: hash })
      return isWhole
    },
    /** After another person's save: theirs replaces mine, or mine will replace theirs. */
    takeTheirs: () => restOn(from(draft)),
    keepMine: () => change({ basedOn: draft.revision, baseHash: draft.hash }),
  }
}

function from({ revision, hash, content, correction }: Draft): Writing {
  return { basedOn: revision, baseHash: hash, text: content, values: {}, correction: correction ?? '' }
}
