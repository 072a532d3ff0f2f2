import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const delivered = join(import.meta.dirname, '../../scripts/deploy')

/** What an installation on this machine has elsewhere than on another: text of the delivered files, and what stands there. */
type Places = Readonly<Record<string, string>>

/** A delivered file as an installation at these places has it. */
function deliveredAt(file: string, places: Places): string {
  return Object.entries(places).reduce(
    (text, [there, here]) => text.replaceAll(there, here),
    readFileSync(join(delivered, file), 'utf8'),
  )
}

/**
 * A folder for the front of `PATH`, whose `systemctl` runs the delivered units on a machine without systemd: their folder,
 * umask, environment and command, by another user where the tests run as root. It does as much as install.sh asks.
 */
export function fakeSystemctl(folder: string, places: Places): string {
  mkdirSync(join(folder, 'units'), { recursive: true })
  for (const unit of ['cip.service', 'cip-backup.service'])
    writeFileSync(join(folder, 'units', unit), deliveredAt(unit, places))
  const runAs = process.getuid?.() === 0 ? `setpriv --reuid=${user} --regid=${user} --clear-groups` : ''
  writeFileSync(join(folder, 'systemctl'), systemctl(runAs), { mode: 0o755 })
  return folder
}

/** Nobody's, on any machine. */
export const user = 64_001

const systemctl = (runAs: string) => String.raw`#!/usr/bin/env bash
set -euo pipefail
here=$(dirname "$0")
unit=$here/units/${'$'}{!#}
echo "$*" >>"$here/asked"
value() { sed -n "s/^$1=//p" "$unit"; }
run() {
  cd "$(value WorkingDirectory)"
  umask "$(value UMask)"
  while read -r line; do line=${'$'}{line%\"} && export "${'$'}{line#\"}"; done < <(value Environment)
  exec ${runAs} bash -c "exec $(value ExecStart | sed 's/%%/%/g')" >>"$here/output" 2>&1 </dev/null
}
case $1 in
  cat) cat "$unit" ;;
  is-active) if [[ -e $here/pid ]]; then echo active; else echo inactive; fi ;;
  show) cat "$here/pid" ;;
  start) (run) ;;
  restart)
    if [[ -e $here/pid ]] && kill "$(cat "$here/pid")" 2>/dev/null; then tail --pid="$(cat "$here/pid")" -f /dev/null; fi
    (run) &
    echo $! >"$here/pid"
    ;;
esac
`
