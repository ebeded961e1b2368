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
    testTimeout: 30_000,
  },
})
