import type { KnipConfig } from 'knip'

export default {
  entry: [
    'server/main.ts',
    'scripts/**/*.{ts,mjs}',
    'client/service-worker.ts',
    'test/**/*.test.ts',
    'test/faults/never-forgets.ts',
  ],
  project: ['{shared,server,client,scripts,test}/**/*.{ts,tsx,mjs}'],
  // The typeface is named in a style sheet; oxlint is started by name; the communes' package is read as data, by its path; @dec112/cap-ts needs tslib
  // without saying so.
  ignoreDependencies: [
    '@fontsource-variable/public-sans',
    'oxlint',
    'oxlint-tsgolint',
    '@etalab/decoupage-administratif',
    'tslib',
  ],
  // The tests start one of their own; a sentence says what to install where it is missing.
  // A disk in trouble is made with what every Linux has.
  ignoreBinaries: [
    'redis-server',
    'mount',
    'umount',
    'unshare',
    'prlimit',
    'flock',
    'nginx',
    'openssl',
    'systemd-analyze',
  ],
} satisfies KnipConfig
