/** Word by word, what a text says that another did not: for an approver who read the one before. */
export type Run = Readonly<{ is: 'same' | 'added' | 'removed'; text: string }>

/**
 * Longest common subsequence over words and the blanks between them. Texts are bounded by their schema (about 1,200
 * words), and what begins and ends alike, usually nearly all, is set aside first.
 */
export function diffWords(before: string, after: string): readonly Run[] {
  const a = wordsOf(before)
  const b = wordsOf(after)
  const head = sharedLength(a, b)
  const tail = sharedLength(a.slice(head).reverse(), b.slice(head).reverse())
  const middle = diffMiddle(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  return joinRuns([...same(a.slice(0, head)), ...middle, ...same(tail === 0 ? [] : a.slice(-tail))])
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|[^\s]+/gu) ?? []
}

function same(words: readonly string[]): readonly Run[] {
  return words.map((text) => ({ is: 'same', text }))
}

function sharedLength(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((word, n) => word !== b[n])
  return differs === -1 ? Math.min(a.length, b.length) : differs
}

function diffMiddle(a: readonly string[], b: readonly string[]): readonly Run[] {
  const lengths = commonLengths(a, b)
  const width = b.length + 1
  const runs: Run[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const [removed, added] = [a[i], b[j]]
    if (removed !== undefined && removed === added) {
      runs.push({ is: 'same', text: removed })
      i += 1
      j += 1
    } else if (
      removed !== undefined &&
      (added === undefined || at(lengths, (i + 1) * width + j) >= at(lengths, i * width + j + 1))
    ) {
      runs.push({ is: 'removed', text: removed })
      i += 1
    } else if (added !== undefined) {
      runs.push({ is: 'added', text: added })
      j += 1
    }
  }
  return runs
}

/** At `i * (b.length + 1) + j`: how many words `a` from `i` and `b` from `j` have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? at(lengths, (i + 1) * width + j + 1) + 1
          : Math.max(at(lengths, (i + 1) * width + j), at(lengths, i * width + j + 1))
    }
  }
  return lengths
}

function at(lengths: Uint16Array, index: number): number {
  return lengths[index] ?? 0
}

function joinRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last?.is === run.is) joined[joined.length - 1] = { is: run.is, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}
