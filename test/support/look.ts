import type { Page } from 'playwright-core'
import { phone } from './browser.ts'

/** What look.md measures of a screen, as it stands. */
type Look = Readonly<{
  /** Sizes of text, in pixels, and weights, in order. */
  sizes: readonly number[]
  weights: readonly number[]
  /** Outlined boxes in sight, but for keys: what one types in or presses, and what should not be one. */
  boxes: number
  /** Share of the letters that are 600 or more, 0 to 1. */
  strong: number
  /** Height of what stands above the screen itself: header, bands, an emergency. */
  above: number
  /** Names of acts, fields and parts that are not read whole. */
  cut: readonly string[]
}>

/** Run in the page, which has no types here. */
const measure = `(() => {
  const isSeen = (element) => {
    const { width, height } = element.getBoundingClientRect()
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  }
  const sizes = new Set(), weights = new Set()
  let letters = 0, strong = 0, boxes = 0
  const cut = []
  for (const element of document.body.querySelectorAll('*')) {
    if (!isSeen(element)) continue
    const style = getComputedStyle(element)
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data.trim()).join('')
    if (own !== '') {
      sizes.add(Math.round(parseFloat(style.fontSize) * 10) / 10)
      weights.add(Number(style.fontWeight))
      letters += own.length
      if (Number(style.fontWeight) >= 600) strong += own.length
    }
    const sides = ['Top', 'Right', 'Bottom', 'Left'].filter((side) => parseFloat(style['border' + side + 'Width']) > 0 && style['border' + side + 'Style'] !== 'none' && !/, 0\\)|transparent/.test(style['border' + side + 'Color']))
    if (element.localName !== 'kbd' && (sides.length === 4 || / 0px 0px 0px 1px inset/.test(style.boxShadow))) boxes += 1
    const named = element.closest('button, a, label, legend, th, h2, h3, [role=tab], [role=menuitem]')
    const hides = style.overflowX !== 'visible' && (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none')
    if (named !== null && hides && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 2)) cut.push(element.textContent.trim())
  }
  const above = document.querySelector('.shell__main')?.getBoundingClientRect().top ?? 0
  const order = (set) => [...set].sort((a, b) => a - b)
  return { sizes: order(sizes), weights: order(weights), boxes, strong: letters === 0 ? 0 : strong / letters, above, cut }
})()`

/** What one sees of a screen, counted. */
function lookOf(page: Page): Promise<Look> {
  return page.evaluate(measure)
}

/** The order of activation, a form from top to bottom, has eleven; the calls six at a desk. */
const mostBoxes = 12

/** What ranks is the exception: a list of texts, whose titles are 600, has 43 % on a phone, most screens under 25 %. */
const mostStrong = 0.5

/** On a phone, where the screen has the rest. */
const mostAbove = 96

/** Three sizes of text and one figure. */
const mostSizes = 4

/** Where it is not drawn as the rest: more sizes or other weights, too many boxes, a name that is cut. The wall's sizes follow the screen. */
export async function lookFaultsOf(page: Page, view: string): Promise<readonly string[]> {
  const { sizes, weights, boxes, strong, above, cut } = await lookOf(page)
  return [
    ...(sizes.length > mostSizes ? [`${view}: sizes of text ${sizes.join(', ')}`] : []),
    ...(weights.some((weight) => ![400, 500, 600].includes(weight))
      ? [`${view}: weights ${weights.join(', ')}`]
      : []),
    ...(boxes > mostBoxes ? [`${view}: ${boxes} outlined boxes`] : []),
    ...(strong > mostStrong ? [`${view}: ${Math.round(strong * 100)} % of the letters are 600`] : []),
    ...(page.viewportSize()?.width === phone.width && above > mostAbove
      ? [`${view}: header and bands ${above} px`]
      : []),
    ...cut.map((name) => `${view}: cut: ${name}`),
  ]
}
