import { useEffect, useRef, useState } from 'react'
import { words } from '#client/roster/words.ts'
import { classNames } from '#client/lib/class-names.ts'
import { useWords } from '#client/lib/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'

/** A file by button, by keyboard or dropped anywhere on the area. */
export function ChooseFile({ onChoose }: Readonly<{ onChoose: (file: File) => void }>) {
  const said = useWords(words)
  const [isOver, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const area = useRef<HTMLDivElement>(null)
  useEffect(() => area.current?.querySelector('button')?.focus(), [])
  const take = (files: FileList | null) => {
    const file = files?.item(0)
    if (file !== null && file !== undefined) onChoose(file)
  }
  return (
    <div
      ref={area}
      className={classNames('roster-drop', isOver && 'roster-drop--over')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <EmptyState
        title={said.drop}
        icon="upload"
        action={
          <Button size="large" icon="upload" onClick={() => input.current?.click()}>
            {said.choose}
          </Button>
        }
      >
        {said.chooseTeaches}
      </EmptyState>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        aria-label={said.choose}
        onChange={(event) => take(event.target.files)}
      />
    </div>
  )
}
