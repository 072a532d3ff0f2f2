/**
 * Whether every field inside can be read, as a form checks it before it is sent; the first that cannot has the focus and says
 * so. For what is sent by a key or a button outside of a form.
 */
export function isReadable(root: ParentNode | null): boolean {
  return [...(root?.querySelectorAll('input') ?? [])].every((field) => field.reportValidity())
}
