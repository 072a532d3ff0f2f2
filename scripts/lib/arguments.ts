import { parseArgs } from 'node:util'

/** What was given to a script that takes no options but `--help`; null when that was asked for, and shown. */
export function readArguments(help: string): readonly string[] | null {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean' } },
    allowPositionals: true,
  })
  if (values.help !== true) return positionals
  console.log(help)
  return null
}
