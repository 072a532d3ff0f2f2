import { useState } from 'react'
import { useWords } from '#client/lib/words.ts'
import { keepText, keptText, type Writing } from '#client/messages/kept-text.ts'
import { useAct } from '#client/messages/use-act.ts'
import { words } from '#client/messages/words.ts'
import { asSaid, contentHash, tidy } from '#shared/messages/content.ts'
import type { Draft, Message } from '#shared/messages/state.ts'
import { fillContent } from '#shared/messages/template.ts'

type Given = Readonly<{ message: Message; draft: Draft; isExercise: boolean; onSubmitted: () => void }>

/**
 * A text being written: kept on this machine until it is saved, saved on the revision it rests on. When another person
 * saves meanwhile, an untouched text follows theirs and a touched one asks its author.
 */
export function useWriting({ message, draft, isExercise, onSubmitted }: Given) {
  const said = useWords(words)
  const { act, problem, isBusy } = useAct()
  const [writing, setWriting] = useState<Writing>(() => keptText(message.id) ?? from(draft))
  const content = asSaid(tidy(fillContent(writing.text, writing.values)), isExercise)
  const correction = message.versions.length === 0 ? null : writing.correction.trim() || draft.correction
  const hash = contentHash({ message: message.id, kind: message.kind, content, correction })
  const isDirty = hash !== draft.hash
  const isOvertaken = draft.revision > writing.basedOn
  if (isOvertaken && !isDirty) setWriting(from(draft))

  const change = (next: Partial<Writing>) => {
    const changed = { ...writing, ...next }
    setWriting(changed)
    keepText(message.id, changed)
  }
  /** True when the text that stands is the one on the screen. */
  const save = async (): Promise<boolean> => {
    if (!isDirty) return true
    const { basedOn } = writing
    const sent = await act(
      { type: 'messages.edit', message: message.id, basedOn, content, correction },
      said.saved,
    )
    if (sent.status === 'refused') return false
    keepText(message.id, null)
    const revision = sent.status === 'recorded' && sent.seqs === null ? basedOn : basedOn + 1
    setWriting({ basedOn: revision, text: content, values: {}, correction: correction ?? '' })
    return sent.status === 'recorded'
  }
  const submit = async () => {
    if (!(await save())) return
    const sent = await act({ type: 'messages.submit', message: message.id, hash }, said.submitted)
    if (sent.status !== 'refused') onSubmitted()
  }
  return {
    writing,
    content,
    change,
    problem,
    isBusy,
    isDirty,
    isOvertaken,
    save: () => void save(),
    submit: () => void submit(),
    /** After another person's save: theirs replaces mine, or mine will replace theirs. */
    takeTheirs: () => {
      keepText(message.id, null)
      setWriting(from(draft))
    },
    keepMine: () => change({ basedOn: draft.revision }),
  }
}

function from({ revision, content, correction }: Draft): Writing {
  return { basedOn: revision, text: content, values: {}, correction: correction ?? '' }
}
