import { useId, type ReactNode } from 'react'
import { classNames } from '#client/lib/class-names.ts'
import { panelIds, TabList } from '#client/ui/TabList.tsx'
import type { Tone } from '#client/ui/tone.ts'
import { useIsNarrow } from '#client/ui/use-is-narrow.ts'
import { InSight } from '#client/ui/use-keys.ts'

/** What is seen of a zone from another tab: how many wait there, red once one is late. */
type ZoneMark = Readonly<{
  count: number
  /** Said after the title to who hears it: "1 en retard". */
  label: string
  tone: Tone
}>

type Zone<Id extends string> = Readonly<{
  id: Id
  /** The region's name, and its tab's. */
  title: string
  /** Its share of the width: its pixels where the screen has 1240 of them. */
  width: number
  mark: ZoneMark | null
  /** A `ZoneHead`, a `ZoneBody`, perhaps a `ZoneFoot`; around the last two, perhaps a form. */
  content: ReactNode
}>

type ZoneLayoutProps<Id extends string> = Readonly<{
  /** The desk's name, for who hears it: the rail shows where one is. */
  title: string
  zones: readonly Zone<Id>[]
  /** The zone in sight where only one is: the screen leads the hand to where the next gesture is made. */
  shown: Id
  onShow: (zone: Id) => void
  /** Across all zones, above them: the screen's answer. */
  above?: ReactNode
}>

/**
 * A desk of zones side by side that never push each other: each has its head, a body that alone scrolls, and perhaps a foot
 * whose act is always at the same place. Where the window is narrow each is a tab, which says what waits in it; what is out of
 * sight keeps its state, and hears no single key. Where there is little height the page scrolls, and no foot covers anything.
 */
export function ZoneLayout<Id extends string>(props: ZoneLayoutProps<Id>) {
  const { title, zones, shown, onShow, above } = props
  const id = useId()
  const areTabs = useIsNarrow() && zones.length > 1
  // A zone that one may not see cannot be the one in sight.
  const inSight = zones.some((zone) => zone.id === shown) ? shown : zones[0]?.id
  const columns = zones.map(({ width }) => `minmax(0, ${width}fr)`).join(' ')
  return (
    <div className={classNames('ui-zones', areTabs && 'ui-zones--tabs')}>
      <h1 className="fr-sr-only">{title}</h1>
      {above}
      {areTabs ? (
        <TabList label={title} id={id} tabs={zones.map(tabOf)} selected={inSight} onSelect={onShow} />
      ) : null}
      <div className="ui-zones__row" style={{ gridTemplateColumns: areTabs ? undefined : columns }}>
        {zones.map((zone) => (
          <section
            key={zone.id}
            className="ui-zone"
            {...(areTabs
              ? { ...panelIds(id, zone.id).panel, hidden: zone.id !== inSight }
              : { 'aria-label': zone.title })}
          >
            <InSight value={!areTabs || zone.id === inSight}>{zone.content}</InSight>
          </section>
        ))}
      </div>
    </div>
  )
}

/** The tab's words, and what waits there. */
function tabOf<Id extends string>({ id, title, mark }: Zone<Id>) {
  if (mark === null) return { id, content: title }
  // Apart: what is seen, read as text, is what its name begins with.
  const content = (
    <>
      {title} <span className={`ui-zones__mark ui-tone--${mark.tone}`}>{mark.count}</span>
    </>
  )
  return { id, content, label: `${title}, ${mark.label}` }
}
