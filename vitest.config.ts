import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/dist/**', 'tests/browser/**', 'node_modules/**'],
    env: { TZ: 'UTC' },
    testTimeout: 30_000,
  },
})
