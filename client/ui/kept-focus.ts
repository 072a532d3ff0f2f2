import { useEffect } from 'react'

/*
 * The focus never falls to the page. A browser drops it there when the element that has it goes or is disabled: the
 * next key then acts nowhere, and a screen reader begins at the top. It is taken up
 *
 *   1. by the nearest group around that is still there (a row, a region, a form, a dialog), which a screen reader names;
 *      never by another button, where the Entrée of a hand that has not looked yet would do something else;
 *   2. else by the field in which the person was writing before;
 *   3. else by the screen's own content.
 */

const group =
  'li, tr, fieldset, form, section, dialog, .ui-dialog__body, [role=group], [role=dialog], [role=region], [role=list], ul, nav, main'
const focusable = 'a, button, input, select, textarea, summary, label, [tabindex]'
const writable = 'input:not([type=checkbox], [type=radio]), textarea, select'

/** Where the focus was, the innermost first, so that it is known what is left of it. */
type Trail = readonly HTMLElement[]

export function useKeptFocus(): void {
  useEffect(() => {
    let trail: Trail = []
    let written: HTMLElement | null = null
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      trail = trailOf(target)
      if (target.matches(writable)) written = target
    }
    // After those who move the focus themselves.
    let asked = 0
    const look = () => {
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(() => {
        if (trail.length > 0 && isLost()) takeUp(trail, written)
      })
    }
    // A press on the page itself takes the focus away on purpose.
    const forget = ({ target }: PointerEvent) => {
      if (target instanceof Element && target.closest(focusable) === null) trail = []
    }
    const watch = new MutationObserver(look)
    watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden'] })
    document.addEventListener('focusin', remember)
    document.addEventListener('pointerdown', forget)
    return () => {
      cancelAnimationFrame(asked)
      watch.disconnect()
      document.removeEventListener('focusin', remember)
      document.removeEventListener('pointerdown', forget)
    }
  }, [])
}

function isLost(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement.matches(':disabled')
}

function trailOf(element: HTMLElement): Trail {
  const around: HTMLElement[] = [element]
  for (let one = element.parentElement; one !== null; one = one.parentElement) around.push(one)
  return around
}

function takeUp(trail: Trail, written: HTMLElement | null): void {
  const around = trail.slice(1).find((one) => one.matches(group) && isShown(one))
  const isWide = around === undefined || around.matches('main, nav')
  if (!isWide) return focusGroup(around)
  if (written !== null && isShown(written) && !written.matches(':disabled')) return written.focus()
  const content = around ?? document.querySelector<HTMLElement>('main')
  if (content !== null) focusGroup(content)
}

function isShown(element: HTMLElement): boolean {
  return element.isConnected && element.closest('[hidden], [inert]') === null
}

function focusGroup(element: HTMLElement): void {
  if (element.tabIndex < 0) element.tabIndex = -1
  element.focus({ preventScroll: true })
}
