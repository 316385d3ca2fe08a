import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { paraglide } from './paraglide.config.js';
import { wordsApart } from './tools/words-apart.js';

const server = 'http://127.0.0.1:8765';

export default defineConfig({
  plugins: [paraglideVitePlugin(paraglide), wordsApart(), svelte(), svelteTesting()],
  resolve: {
    alias: process.env.VITEST
      ? {}
      : {
          'lib0/logging': `${import.meta.dirname}/tools/plain-logging.js`,
          'lib0/decoding': `${import.meta.dirname}/tools/known-words.js`,
        },
  },
  build: {
    outDir: '../src/footlights/server/static',
    emptyOutDir: true,
    manifest: true,
    license: { fileName: 'licences.md' }, // of all that is bundled: their authors ask for no more
    target: 'es2022',
    assetsInlineLimit: 0, // nothing as `data:`, and no inline script: the server's Content-Security-Policy allows neither
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    proxy: {
      '/api': { target: server, ws: true },
      '/healthz': server,
    },
    fs: { allow: ['.', '../src/footlights/typeset/fonts'] },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['./tools/test-setup.ts'],
    restoreMocks: true,
    maxWorkers: 2,
  },
});
