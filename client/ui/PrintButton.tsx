import type { ReactNode } from 'react'
import { Button } from '#client/ui/Button.tsx'
import { useActions } from '#client/ui/use-keys.ts'
import { usePrinter } from '#client/ui/use-printer.tsx'

type PrintButtonProps = Readonly<{ id: string; label: string; page: () => ReactNode }>

/** Puts a page on paper that is not on the screen; offered in the palette too. */
export function PrintButton({ id, label, page }: PrintButtonProps) {
  const printer = usePrinter()
  const print = () => printer.print(page())
  useActions([{ id, label, run: print }])
  return (
    <>
      <Button kind="tertiary" icon="printer" onClick={print}>
        {label}
      </Button>
      {printer.page}
    </>
  )
}
