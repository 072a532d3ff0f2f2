import { requestGrounds } from '#client/access/account-grounds.ts'
import { useRequest } from '#client/access/use-request.ts'
import type { Telling } from '#client/access/Told.tsx'
import { words } from '#client/access/two-people-words.ts'
import { now } from '#client/lib/clock.ts'
import { postJson } from '#client/lib/api.ts'
import { useWords } from '#client/lib/words.ts'
import { useOvertaken } from '#client/sync/use-overtaken.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import { ActProblem } from '#client/ui/ActProblem.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import type { Request } from '#shared/access/state.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'
import type { RequestId } from '#shared/lib/id.ts'

type AgreeDialogProps = Readonly<{
  id: RequestId
  request: Request
  sentence: string
  author: string
  onTold: (telling: Telling) => void
  onClose: () => void
}>

/** The second person's yes: what it does, with whom to check, and what they will have to hand over. */
export function AgreeDialog({ id, request, sentence, author, onTold, onClose }: AgreeDialogProps) {
  const said = useWords(words)
  const { run, error, isRunning } = useRequest()
  const overtaken = useOvertaken(requestGrounds(id), isRunning)
  const agree = () =>
    void run(async () => {
      const { code } = await postJson<Readonly<{ code: string | null }>>('/api/access/requests/confirm', {
        request: id,
      })
      announce(said.done, 'polite')
      onClose()
      onTold(
        code === null
          ? { at: now(), title: said.done, body: said.doneWords }
          : { at: now(), title: said.code, body: <Code code={code} /> },
      )
    })
  return (
    <Dialog
      title={said.agreeTitle}
      onClose={onClose}
      overtaken={overtaken}
      footer={
        <>
          <Button onClick={agree} disabled={isRunning}>
            {said.agree}
          </Button>
          <Button kind="tertiary" onClick={onClose}>
            {said.cancel}
          </Button>
        </>
      }
    >
      <p>
        <strong>{bindSpaces(sentence)}</strong>
      </p>
      <p>{said.agreeWords(author)}</p>
      {request.withLink ? <p>{said.agreeLink}</p> : null}
      {request.withLink && request.act.kind !== 'create' ? <p>{said.agreeEnds}</p> : null}
      <ActProblem text={error} />
    </Dialog>
  )
}

/** Shown once: the server keeps only its hash. */
function Code({ code }: Readonly<{ code: string }>) {
  const said = useWords(words)
  return (
    <>
      <p className="access-link">{bindSpaces(code)}</p>
      <p>{said.codeWords}</p>
    </>
  )
}
