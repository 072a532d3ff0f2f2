import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { precachePlugin } from './scripts/precache-plugin.ts'

/** Where `vite build` puts the console, and where the server reads it. */
const outDir = '../dist/console'

export default defineConfig({
  root: 'client',
  publicDir: false,
  plugins: [react(), precachePlugin()],
  build: {
    outDir,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2023',
    manifest: true,
    rolldownOptions: {
      input: { index: 'client/index.html', 'service-worker': 'client/service-worker.ts' },
      // A service worker is known by its address: it keeps its name, everything else carries its hash.
      output: {
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  test: {
    root: '.',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{shared,server,scripts}/**/*.test.ts'],
          exclude: ['**/*.redis.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'client',
          include: ['client/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          server: { deps: { inline: [/react-dsfr/] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['test/{contract,convergence,http}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/{journeys,faults}/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
