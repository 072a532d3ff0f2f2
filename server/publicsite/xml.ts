/**
 * XML from a tree of plain objects. Written here because xmlbuilder2 decodes the entities that it finds in a text
 * before encoding it: the escaped HTML in a feed's content came out as markup.
 */
type XmlText = string | number
/** `@name` is an attribute, `#` the text beside attributes, any other key a child element; an array repeats it. */
export type XmlTree = Readonly<{ [name: string]: XmlText | XmlTree | readonly (XmlText | XmlTree)[] }>

/** A document in UTF-8, indented. Every string of the tree is text and comes back from any parser as it was. */
export function xmlDocument(tree: XmlTree): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${children(tree, '\n')}\n`
}

function element(name: string, content: XmlText | XmlTree, indent: string): string {
  if (typeof content !== 'object') return `${indent}<${name}>${escapeXml(content)}</${name}>`
  const tag = name + attributes(content)
  const text = content['#']
  if (isText(text)) return `${indent}<${tag}>${escapeXml(text)}</${name}>`
  const inner = children(content, `${indent}  `)
  return inner === '' ? `${indent}<${tag}/>` : `${indent}<${tag}>${inner}${indent}</${name}>`
}

function attributes(tree: XmlTree): string {
  return Object.entries(tree)
    .map(([key, value]) =>
      key.startsWith('@') && isText(value) ? ` ${key.slice(1)}="${escapeXml(value)}"` : '',
    )
    .join('')
}

function isText(value: XmlTree[string] | undefined): value is XmlText {
  return typeof value === 'string' || typeof value === 'number'
}

function children(tree: XmlTree, indent: string): string {
  return Object.entries(tree)
    .filter(([key]) => !/^[@#]/.test(key))
    .flatMap(([key, value]) => [value].flat().map((content) => element(key, content, indent)))
    .join('')
}

function escapeXml(text: XmlText): string {
  return String(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
