import { words } from '#client/journal/words.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { ReasonDialog } from '#client/sync/ReasonDialog.tsx'
import type { Grounds } from '#client/sync/use-overtaken.ts'
import type { Event } from '#shared/event.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import type { LogLine } from '#shared/register/queries.ts'

/** A correction: nothing is taken out of a main courante, it is struck out with a reason. */
export function StrikeDialog({ line, onClose }: Readonly<{ line: LogLine; onClose: () => void }>) {
  const said = useWords(words)
  const language = useLanguage()
  return (
    <ReasonDialog
      title={said.strikeTitle}
      action={said.strikeAction}
      kind="danger"
      hint={said.strikeHint}
      grounds={strikeGrounds(line.seq)}
      command={(reason) => ({ type: 'journal.strike', line: line.seq, reason })}
      done={said.struckDone}
      onClose={onClose}
    >
      <blockquote>{bindSpaces(line[language])}</blockquote>
    </ReasonDialog>
  )
}

/** A line is struck out once. */
function strikeGrounds(line: number): Grounds {
  const isStrike = (event: Event) => event.type === 'journal.struck' && event.line === line
  return {
    fact: ({ crisis }) => crisis?.journal.recent.some(({ event }) => isStrike(event)) ?? false,
    isChangedBy: isStrike,
  }
}
