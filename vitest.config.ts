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
    // By default one core of two stays idle; and a test that waits for a program that it started leaves its core to another.
    maxWorkers: '150%',
    testTimeout: 30_000,
  },
})
