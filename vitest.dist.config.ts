import { defineConfig } from 'vitest/config'

/** Tests of the build: the command line and the packed package. */
export default defineConfig({
  test: {
    include: ['tests/dist/**/*.test.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
