import { verdictOf, type Figure } from './figure.ts'

function digits(value: number): string {
  if (Number.isNaN(value)) return '?'
  if (Math.abs(value) >= 100) return String(Math.round(value))
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2)
}

function bound({ better }: Figure, mark: number | null): string {
  return mark === null ? '–' : `${better === 'higher' ? '≥' : '≤'} ${digits(mark)}`
}

function cells(figure: Figure): readonly string[] {
  const { path, work, ours, unit, limit, score } = figure
  return [
    path,
    work,
    `${digits(ours)} ${unit}`,
    limit === null ? '–' : `${digits(limit)} ${unit}`,
    limit === null ? '–' : `${digits(score)} ×`,
    bound(figure, figure.must),
    bound(figure, figure.aim),
    verdictOf(figure),
  ]
}

/** The table as docs/performance.md holds it. */
export function asTable(figures: readonly Figure[]): string {
  const head = ['path', 'work', 'measured', 'limit', 'ratio', 'must', 'aim', 'verdict']
  const rows = [head, head.map(() => '---'), ...figures.map(cells)]
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n')
}

export function asJson(figures: readonly Figure[]): string {
  return JSON.stringify({
    figures: figures.map((figure) => ({ ...figure, verdict: verdictOf(figure) })),
  })
}
