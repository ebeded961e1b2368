import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/*/build/**/*.test.ts',
      'training/src/**/*.test.ts',
      'cases/**/*.test.ts',
      'house/**/*.test.ts',
    ],
    // By default one core is left idle, which on a laptop of two makes the tests twice as long.
    maxWorkers: '100%',
    testTimeout: 30_000,
  },
})
