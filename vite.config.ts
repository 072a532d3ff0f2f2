import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { compressPlugin } from './scripts/vite/compress-plugin.ts'
import { precachePlugin } from './scripts/vite/precache-plugin.ts'

/** Where `vite build` puts the console, and where the server reads it. */
const outDir = '../dist/console'
/** Where `npm run dev` runs the server. */
const server = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`

export default defineConfig({
  root: 'client',
  publicDir: false,
  plugins: [react(), precachePlugin(), compressPlugin()],
  server: {
    host: '127.0.0.1',
    port: Number(process.env['VITE_PORT'] ?? '5173'),
    proxy: {
      '/api': server,
      '/info': server,
      '/exercice': server,
      '/socket.io': { target: server, ws: true },
    },
  },
  build: {
    outDir,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2023',
    manifest: true,
    // What matters is the first load, compressed: `scripts/bench/first-load.ts` holds it to its limit.
    chunkSizeWarningLimit: 800,
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
    // By default one processor is left to whoever edits meanwhile; half of two is too much.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{shared,server,scripts}/**/*.test.ts'],
          exclude: ['**/*.redis.test.ts'],
          // Rules keep nothing between calls: what one file has imported serves the next. What it replaces, it puts back.
          isolate: false,
          // A property with thousands of cases on a loaded machine is slow, not wrong.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'client',
          include: ['client/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          // Each file has a window and modules of its own, in a process that has read happy-dom once: a third of the work.
          pool: 'vmForks',
          setupFiles: 'test/support/window.ts',
          testTimeout: 60_000,
          server: { deps: { inline: [/react-dsfr/] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['test/{contract,convergence,http}/**/*.test.ts'],
          // Each test starts what it needs; the modules of it all take longer to read than most files take to run.
          isolate: false,
          testTimeout: 90_000,
          // Servers of other tests share the machine.
          expect: { poll: { timeout: 30_000 } },
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/{journeys,faults}/**/*.test.ts'],
          isolate: false,
          testTimeout: 180_000,
          // As long as the browser's own waiting (test/support/browser.ts): a loaded machine paints late.
          expect: { poll: { timeout: 30_000 } },
          hookTimeout: 60_000,
          // A browser that paints too late on a machine shared with others is seen again once; at a desk it is looked into.
          retry: process.env['CI'] === undefined ? 0 : 1,
        },
      },
    ],
  },
})
