import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useWords } from '#client/lib/words.ts'
import { useHeldItems } from '#client/ui/held-items.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { words } from '#client/ui/words.ts'

type VirtualListProps<Item> = Readonly<{
  /** What the list holds, read aloud before it. */
  label: string
  /** In the order shown, the newest first. */
  items: readonly Item[]
  itemKey: (item: Item) => string
  children: (item: Item) => ReactNode
  /** A row's height in pixels before it is measured. */
  rowHeight?: number
  /** Shown instead when there is nothing. */
  empty: ReactNode
}>

/**
 * A live list of any length: only what is seen is in the page, and what arrives while the hand is on the list waits
 * behind a pill. Up and down arrows go from row to row, to the first control of each.
 */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { label, items, itemKey, children, rowHeight = 36, empty } = props
  const { newOnes } = useWords(words)
  const scroller = useRef<HTMLDivElement>(null)
  const [isScrolled, setScrolled] = useState(false)
  const [hasFocus, setFocus] = useState(false)
  const { shown, waiting, release } = useHeldItems(items, itemKey, isScrolled || hasFocus)
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyAt(shown, index, itemKey),
    overscan: 12,
  })

  const showNew = () => {
    release()
    virtual.scrollToOffset(0)
    scroller.current?.focus()
  }
  const focusRow = (index: number) => {
    virtual.scrollToIndex(index)
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] :is(a, button, input)`)?.focus()
    })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const here = rowOf(event.target)
    if (step === 0 || here === null || here + step < 0 || here + step >= shown.length) return
    event.preventDefault()
    focusRow(here + step)
  }
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setFocus(false)
  }

  if (items.length === 0) return <>{empty}</>
  return (
    <div className="ui-list" onFocus={(event) => setFocus(rowOf(event.target) !== null)} onBlur={onBlur}>
      {waiting === 0 ? null : (
        <button type="button" className="ui-list__pill" onClick={showNew}>
          <Icon name="chevronUp" /> {newOnes(waiting)}
        </button>
      )}
      <div
        ref={scroller}
        className="ui-list__scroller"
        role="group"
        aria-label={label}
        // A region that scrolls must be reachable by keyboard.
        tabIndex={0}
        onScroll={(event) => setScrolled(event.currentTarget.scrollTop > rowHeight)}
        onKeyDown={onKeyDown}
      >
        <div className="ui-list__all" role="list" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((row) => (
            <div
              key={row.key}
              ref={virtual.measureElement}
              role="listitem"
              aria-setsize={shown.length}
              aria-posinset={row.index + 1}
              data-index={row.index}
              className="ui-list__row"
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {renderAt(shown, row.index, children)}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

function keyAt<Item>(items: readonly Item[], index: number, keyOf: (item: Item) => string): string {
  const item = items[index]
  return item === undefined ? `past-${index}` : keyOf(item)
}

function renderAt<Item>(items: readonly Item[], index: number, render: (item: Item) => ReactNode): ReactNode {
  const item = items[index]
  return item === undefined ? null : render(item)
}

function rowOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return row === null ? null : Number(row.dataset['index'])
}
