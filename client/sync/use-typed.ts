import { useKept } from '#client/sync/use-kept.ts'
import { useGround, type Grounds } from '#client/sync/use-overtaken.ts'

type Typing<T> = Readonly<{
  /** Which form, and of what: “template-1.<its id>”. */
  name: string
  initial: () => T
  /** What must still be so when it is sent; null where it stands on nothing. */
  grounds: Grounds | null
  onClose: () => void
}>

/**
 * What is typed in a dialog: kept until it is sent or given up, which are the ways through `close`. Taken up again it stands
 * on what was so when it was begun: `on` is for `useOvertaken`, which names whoever has changed that since, and nobody's words
 * are written over.
 */
export function useTyped<T>({ name, initial, grounds, onClose }: Typing<T>) {
  const on = useGround(grounds)
  const kept = useKept(name, initial, { on })
  const close = () => {
    kept.forget()
    onClose()
  }
  return { ...kept, close }
}
