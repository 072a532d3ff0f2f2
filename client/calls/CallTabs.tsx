import { isBlank, type Draft } from '#client/calls/draft.ts'
import { startDraft, takeUpDraft, type Desk } from '#client/calls/drafts.ts'
import { useRefusalOf } from '#client/calls/refused-drafts.ts'
import { words as urgentWords } from '#client/calls/urgent-words.ts'
import { words } from '#client/calls/words.ts'
import { now } from '#client/lib/clock.ts'
import { useFormat } from '#client/lib/format.ts'
import { useLanguage } from '#client/lib/language.ts'
import { useWords } from '#client/lib/words.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { useMay } from '#client/sync/use-may.ts'
import { Button } from '#client/ui/Button.tsx'
import { ElapsedClock } from '#client/ui/ElapsedClock.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { TabList } from '#client/ui/TabList.tsx'
import { useIsTyping } from '#client/ui/use-is-in-text.ts'
import { useKeys } from '#client/ui/use-keys.ts'
import { ZoneHead } from '#client/ui/ZoneParts.tsx'
import { themeLabels } from '#shared/calls/reason-labels.ts'

type CallTabsProps = Readonly<{ id: string; desk: Desk; draft: Draft; onUrgent: () => void }>

/** The sheets in hand, one tab each; the key that starts the next call, and the key nobody should have to look for. */
export function CallTabs({ id, desk, draft, onUrgent }: CallTabsProps) {
  const said = useWords(words)
  const urgent = useWords(urgentWords)
  const may = useMay()
  const isWriting = useIsTyping()
  const start = { label: said.newCallHint, run: () => startDraft(now()) }
  const raise = { label: urgent.title, run: onUrgent }
  const mayRaise = may('calls.raiseUrgent')
  useKeys({ n: start, 'Alt+n': start, ...(mayRaise ? { u: raise, 'Alt+u': raise } : {}) })
  // Where they are does not change with the one that is on the table.
  const inHand = desk.drafts
    .filter((one) => one.id === draft.id || !isBlank(one))
    .toSorted((a, b) => a.madeAt - b.madeAt)
  const next = isBlank(draft) && draft.startedAt === null ? said.newCall : said.secondCall
  return (
    <ZoneHead title={said.sheet} shows="hidden">
      <TabList
        id={id}
        label={said.inHand}
        selected={draft.id}
        follows="press"
        tabs={inHand.map((one) => ({
          id: one.id,
          content: one.id === draft.id ? <OnTheTable draft={one} /> : <SetAside draft={one} />,
        }))}
        onSelect={(chosen) => {
          const aside = inHand.find((one) => one.id === chosen)
          if (aside !== undefined && chosen !== draft.id) void takeUpDraft(aside)
        }}
      />
      <div className="calls__keys">
        <Button kind="tertiary" icon="add" keys={isWriting ? 'Alt+n' : 'n'} onClick={start.run}>
          {next}
        </Button>
        {mayRaise ? (
          <Button kind="danger" icon="alarm" keys={isWriting ? 'Alt+u' : 'u'} onClick={onUrgent}>
            {urgent.title}
          </Button>
        ) : null}
      </div>
    </ZoneHead>
  )
}

/** The sheet that is written on: how long the call has lasted. */
function OnTheTable({ draft: { corrects, startedAt, isFromPaper, madeAt } }: Readonly<{ draft: Draft }>) {
  const said = useWords(words)
  const format = useFormat()
  if (corrects !== null) {
    return (
      <>
        <Icon name="pencil" /> {said.correction(format.instant(startedAt ?? madeAt, 'time'))}
      </>
    )
  }
  return (
    <>
      <Icon name="headphone" /> {said.sheet}
      {startedAt === null || isFromPaper ? null : (
        <ElapsedClock since={startedAt} label={said.callRunning} isShort />
      )}
    </>
  )
}

/** One of the others: what it is about, or when it began; in red with the reason, if it was refused. */
function SetAside({ draft }: Readonly<{ draft: Draft }>) {
  const said = useWords(words)
  const format = useFormat()
  const language = useLanguage()
  const explain = useRefusalWords()
  const refusal = useRefusalOf(draft.id)
  const { theme, startedAt, madeAt } = draft
  return (
    <>
      {refusal === null ? null : (
        <span className="calls__refused">
          <Icon name="danger" />
          <span className="fr-sr-only">{explain(refusal)}</span>
        </span>
      )}
      {theme === null
        ? said.noReason(format.instant(startedAt ?? madeAt, 'time'))
        : themeLabels[theme][language]}
    </>
  )
}
