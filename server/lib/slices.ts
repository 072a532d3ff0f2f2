/** Milliseconds: whoever else waits for the event loop hardly notices, and taking turns costs next to nothing. */
const slice = 8

/**
 * Work that is long for one person and must not be so for the others: its steps, a slice at a time, with everybody else
 * in between. It begins and ends in turns of its own.
 */
export async function inSlices<T>(steps: Iterator<unknown, T>): Promise<T> {
  await turn()
  for (let since = performance.now(); ;) {
    const step = steps.next()
    if (step.done === true) {
      await turn()
      return step.value
    }
    if (performance.now() - since < slice) continue
    await turn()
    since = performance.now()
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
