const field = ':is(input, textarea, select, [role=radio]):not(:disabled, [type=hidden])'

/** For a hand whose button goes: where it writes next, in the dialog or the form around. Called before the button has gone. */
export function focusFirstField(within: Element | null): void {
  within?.closest('dialog, form')?.querySelector<HTMLElement>(field)?.focus()
}
