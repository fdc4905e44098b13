import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    env: { ESLINT_MAJOR: "10" },
    // Time says nothing about the code: a busy machine loads a compiler or a server more slowly.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
