import { useWords } from '#client/lib/words.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { words } from '#client/ui/words.ts'

type TagProps = Readonly<{
  label: string
  /** Beside it, lighter. */
  detail?: string | undefined
  /** Makes the tag removable. */
  onRemove?: () => void
}>

/** A thing named: a commune, a role, a filter in force. */
export function Tag({ label, detail, onRemove }: TagProps) {
  const { remove } = useWords(words)
  return (
    <span className="ui-tag">
      {label}
      {detail === undefined ? null : <span className="ui-tag__detail">{detail}</span>}
      {onRemove === undefined ? null : <IconButton icon="close" label={remove(label)} onClick={onRemove} />}
    </span>
  )
}
