import { useLayoutEffect, useRef, useState } from 'react'
import { now } from '#client/lib/clock.ts'
import { readKept, writeKept } from '#client/sync/kept-store.ts'
import { cleanProse } from '#shared/lib/clean-text.ts'
import { asSaid, contentHash, tidy } from '#shared/messages/content.ts'
import type { Content } from '#shared/messages/schema.ts'
import type { Draft, Message } from '#shared/messages/state.ts'
import { fillContent } from '#shared/messages/template.ts'

/** What someone is writing and has not saved: the text, the blanks filled so far, and what it rests on. */
export type Writing = Readonly<{
  /** The revision it rests on, and that revision's hash. */
  basedOn: number
  baseHash: string
  text: Content
  values: Readonly<Record<string, string>>
  correction: string
}>

type Given = Readonly<{ message: Message; draft: Draft; isExercise: boolean }>

/**
 * A text being written: kept on this machine until it is saved, and resting on one revision. When another person saves
 * meanwhile, a text its reader has not touched follows theirs and a touched one waits for its author to choose.
 */
export function useWorkingText({ message, draft, isExercise }: Given) {
  const name = `writing-1.${message.id}`
  const [writing, setWriting] = useState(() => (readKept(name)?.value as Writing | undefined) ?? from(draft))
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
    writeKept(name, { value: next, at: now(), on: null })
  }
  const change = (next: Partial<Writing>) => hold({ ...writing, ...next })
  const restOn = (next: Writing) => {
    writeKept(name, null)
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
