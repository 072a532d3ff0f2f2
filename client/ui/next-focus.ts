/** Where an arrow key, Home or End takes the focus in a row of elements; null when the key is none of these. */
export function nextFocus<E extends Element>(
  key: string,
  elements: readonly E[],
  from: Element | null,
): E | null {
  const here = elements.findIndex((element) => element === from)
  const last = elements.length - 1
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: here === last ? 0 : here + 1,
    ArrowRight: here === last ? 0 : here + 1,
    ArrowUp: here <= 0 ? last : here - 1,
    ArrowLeft: here <= 0 ? last : here - 1,
    Home: 0,
    End: last,
  }
  const target = targets[key]
  return target === undefined ? null : (elements[target] ?? null)
}
