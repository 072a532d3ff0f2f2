const gap = 4

/** Puts what is fixed to the window under its button, ending where it ends; above it where there is no room below. */
export function placeUnder(button: HTMLElement, shown: HTMLElement): void {
  const { top, bottom, right } = button.getBoundingClientRect()
  const isBelow = bottom + gap + shown.offsetHeight <= innerHeight
  shown.style.top = isBelow ? `${bottom + gap}px` : 'auto'
  shown.style.bottom = isBelow ? 'auto' : `${innerHeight - top + gap}px`
  shown.style.left = `${Math.max(gap, right - shown.offsetWidth)}px`
}
