#!/usr/bin/env bash
# Installs or updates the console from the clone, or the unpacked archive, that this file stands in:
#
#   /opt/cip/releases/VERSION   built beside what runs; there whole or not at all, readable by the service's user
#   /opt/cip/current            symbolic link to the release in force, replaced by renaming: the units name it
#   /opt/cip/previous           symbolic link to the one before, for the way back
#
# Phases: see what is possible, build, back up the journal, switch, restart once and look; where the new release does not
# answer, the old one is switched to again. What runs is not touched before the new release is complete.
set -euo pipefail

# Whatever root's own umask is: the service is another user.
umask 022

readonly prefix=${CIP_PREFIX:-/opt/cip}
readonly patience=${CIP_PATIENCE:-60}
# The packages, the built console and npm's own copies while it works.
readonly needed_megabytes=1500
origin=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
readonly origin

help() {
  cat <<'HELP'
sudo scripts/deploy/install.sh [--without-backup | --back]

Installe ou met à jour la console depuis ce dossier, à côté de celle qui tourne, puis bascule. Relançable sans risque.
Installs or updates the console from this folder, beside the one that runs, then switches. Safe to run again.

  --without-backup   sans sauvegarder le journal (sur Redis : sauvegardez Redis) / without a backup of the journal
  --back             revient à la version précédente / goes back to the previous release
  --help             ceci / this

Environnement / environment : CIP_PREFIX (/opt/cip), CIP_PATIENCE (60 : secondes laissées au démarrage / seconds to start)
HELP
}

refuse() { # French, English
  printf '%s\n' "$@" >&2
  exit 1
}

# --- what is possible

require_tools() {
  local tool
  for tool in node npm tar flock; do
    command -v "$tool" >/dev/null || refuse "$tool manque : installez-le, puis relancez." "$tool is missing: install it, then run again."
  done
  [[ ! -e $origin/.git ]] || command -v git >/dev/null ||
    refuse "git manque : installez-le, puis relancez." "git is missing: install it, then run again."
}

require_prefix() {
  install -d -m 755 "$prefix" "$prefix/releases" 2>/dev/null && [[ -w $prefix && -w $prefix/releases ]] ||
    refuse "Impossible d'écrire dans $prefix : lancez cette commande avec sudo." "Cannot write to $prefix: run this with sudo."
  # Held until the end: two at once would build over each other.
  exec 9>"$prefix/.lock"
  flock --nonblock 9 || refuse "Une autre mise à jour est en cours." "Another update is running."
}

require_room() {
  local free
  free=$(df --output=avail --block-size=1M "$prefix/releases" | tail -n 1)
  ((free >= needed_megabytes)) ||
    refuse "Il faut $needed_megabytes Mo libres dans $prefix (ici : $((free))) : faites de la place, puis relancez." \
      "$needed_megabytes MB are needed in $prefix (free: $((free))): make room, then run again."
}

is_set_up() { systemctl cat cip.service >/dev/null 2>&1; }

# A unit of another place would restart another program than the one that was switched.
require_units() { # units…
  local unit
  is_set_up || return 0
  for unit in "$@"; do
    grep --quiet --fixed-strings "$prefix/current/" <(systemctl cat "$unit" 2>/dev/null) ||
      refuse "$unit ne lance pas $prefix/current : copiez $origin/scripts/deploy/$unit dans /etc/systemd/system (vos réglages dedans), systemctl daemon-reload, puis relancez." \
        "$unit does not run $prefix/current: copy $origin/scripts/deploy/$unit to /etc/systemd/system (your settings in it), systemctl daemon-reload, then run again."
  done
}

# --- build beside

# Root reads a clone that another user made: git must be told that this is meant.
git_here() { git -c safe.directory="$origin" -C "$origin" "$@"; }

pack() { # what is committed; of an unpacked archive everything but what is made on the spot
  if [[ -e $origin/.git ]]; then
    git_here archive HEAD
  else
    tar -C "$origin" --exclude={./node_modules,./dist,./data,./.cache} \
      --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -cf - .
  fi
}

version_here() {
  local number mark
  number=$(node -p 'require(process.argv[1]).version' "$origin/package.json")
  if [[ -e $origin/.git ]]; then mark=$(git_here rev-parse --short=12 HEAD); else mark=$(pack | sha256sum | head -c 12); fi
  printf '%s-%s\n' "$number" "$mark"
}

build() { # version
  local partial=$prefix/releases/.partial
  rm -rf "$partial"
  mkdir "$partial"
  pack | tar -x --no-same-owner -C "$partial"
  # The same packages need no registry.
  if cmp --silent "$prefix/current/package-lock.json" "$partial/package-lock.json"; then
    cp -a "$prefix/current/node_modules" "$partial/"
  fi
  if ! (cd "$partial" && node scripts/prepare.mjs 9>&-); then
    rm -rf "$partial"
    refuse "Rien n'est changé : la version en service n'a pas été touchée." "Nothing has changed: the release in service was not touched."
  fi
  chmod -R a+rX,go-w "$partial"
  # A power cut after the switch must not find a release half on the disk.
  sync --file-system "$partial"
  mv -T "$partial" "$prefix/releases/$1"
}

# --- switch

point() { # link, target: a reader sees the old one or the new one
  ln -sfn "$2" "$prefix/$1.new"
  mv -T "$prefix/$1.new" "$prefix/$1"
}

is_in_use() { [[ $(systemctl is-active cip.service 2>/dev/null) =~ ^(active|activating|reloading)$ ]]; }

setting() { # pid, name: as the process was given it, wherever its unit has it from
  tr '\0' '\n' <"/proc/$1/environ" | sed -n "s/^$2=//p"
}

is_ready() { # the release in force runs, and answers
  local pid port host
  pid=$(systemctl show --property=MainPID --value cip.service)
  [[ $(readlink "/proc/$pid/cwd") == "$(readlink -f "$prefix/current")" ]] || return 1
  port=$(setting "$pid" PORT)
  host=$(setting "$pid" BIND_HOST)
  if [[ $host == 0.0.0.0 || $host == :: ]]; then host=localhost; fi
  if [[ $host == *:* ]]; then host="[$host]"; fi
  node -e 'fetch(process.argv[1]).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))' \
    "http://${host:-127.0.0.1}:${port:-3000}/readyz"
} 2>/dev/null

comes_back() {
  local until=$((SECONDS + patience))
  systemctl restart cip.service 9>&- || true
  until is_ready; do
    ((SECONDS < until)) || return 1
    sleep 1
  done
}

back_up() {
  systemctl start cip-backup.service 9>&- ||
    refuse "Rien n'est changé : la sauvegarde du journal a échoué (journalctl -u cip-backup ; sans journal ici : --without-backup)." \
      "Nothing has changed: the backup of the journal failed (journalctl -u cip-backup; without a journal here: --without-backup)."
}

switch() { # release, as the links name it
  local release=$1 before earlier
  before=$(readlink "$prefix/current" || true)
  earlier=$(readlink "$prefix/previous" || true)
  if [[ $before != "$release" ]]; then
    if [[ -n $before ]]; then point previous "$before"; fi
    point current "$release"
  fi
  if ! is_in_use; then
    echo "✓ $release installée ; cip.service ne tourne pas : systemctl start cip / installed; cip.service does not run"
    return
  fi
  if comes_back; then
    echo "✓ $release en service / in service"
    return
  fi
  if [[ -z $before || $before == "$release" ]]; then
    refuse "$release ne répond pas : journalctl -u cip -n 50." "$release does not answer: journalctl -u cip -n 50."
  fi
  point current "$before"
  if [[ -n $earlier ]]; then point previous "$earlier"; else rm "$prefix/previous"; fi
  comes_back ||
    refuse "Ni $release ni $before ne répondent : journalctl -u cip -n 50 ; au besoin, restaurez la sauvegarde qui vient d'être faite." \
      "Neither $release nor $before answers: journalctl -u cip -n 50; if need be, restore the backup that was just made."
  refuse "$release ne répond pas : $before est de nouveau en service (journalctl -u cip dit pourquoi)." \
    "$release does not answer: $before is in service again (journalctl -u cip says why)."
}

# Those in force and before stay; of the others nothing runs any more.
prune() {
  local release
  for release in "$prefix"/releases/*; do
    [[ $release -ef $prefix/current || $release -ef $prefix/previous ]] || rm -rf "$release"
  done
}

main() {
  local wanted release
  wanted=${1-}
  case $wanted in
    --help) help && return ;;
    '' | --without-backup | --back) ;;
    *) help >&2 && return 1 ;;
  esac
  require_tools
  require_prefix
  if [[ $wanted == --without-backup ]]; then require_units cip.service; else require_units cip.service cip-backup.service; fi
  if [[ $wanted == --back ]]; then
    release=$(readlink "$prefix/previous") ||
      refuse "Il n'y a pas de version précédente." "There is no previous release."
  else
    release=releases/$(version_here)
    if [[ ! -d $prefix/$release ]]; then
      require_room
      build "${release#releases/}"
    elif [[ $prefix/$release -ef $prefix/current ]] && { ! is_in_use || is_ready; }; then
      echo "✓ $release déjà en place / in place already"
      return
    fi
  fi
  if [[ $wanted != --without-backup ]] && is_set_up && [[ -e $prefix/current ]]; then back_up; fi
  switch "$release"
  prune
}

# Read whole before it runs: a `git pull` may change this file meanwhile.
main "$@"
exit
