/** Joins the class names that apply; `false` and `null` drop out. */
export function classNames(...names: readonly (string | false | null)[]): string {
  return names.filter(Boolean).join(' ')
}
