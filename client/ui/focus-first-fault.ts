const faulty =
  ':is(input, textarea, select)[aria-invalid="true"], [aria-invalid="true"] :is([tabindex="0"], [type="radio"])'

/** The next keystroke is needed in the first field that has a fault. Faults show with the next frame. */
export function focusFirstFault(form: ParentNode | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>(faulty)?.focus())
}
