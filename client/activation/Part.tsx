import { useId, type ReactNode } from 'react'

/** A part of the order: its name at the left, what one fills in beside it. */
export function Part({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  const id = useId()
  return (
    <section className="activation-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="activation-part__fields">{children}</div>
    </section>
  )
}
