import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { moduleOf } from "../../src/project/modules.ts";

let root: string;

beforeEach(() => { root = mkdtempSync(join(tmpdir(), "modules-")); });
afterEach(() => { rmSync(root, { recursive: true }); });

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

/** Where the specifier leads from src/app.ts when these files are known. */
function resolved(specifier: string, ...known: string[]): string | undefined {
  const paths = new Set(known.map((path) => join(root, path)));
  const found = moduleOf(specifier, join(root, "src/app.ts"), root, (path) => paths.has(path));
  return found && relative(root, found);
}

describe("a path", () => {
  it.each([
    ["./users", "src/users.ts"],
    ["./users", "src/users.js"],
    ["./users", "src/users/index.ts"],
    ["./users/", "src/users/index.js"],
    ["./users.js", "src/users.js"],
    ["./users.js", "src/users.ts"],
    ["./users.mjs", "src/users.mts"],
    ["./users.jsx", "src/users.tsx"],
    ["./users.controller", "src/users.controller.ts"],
    ["../users", "users.cjs"],
    [".", "src/index.js"],
    ["..", "index.js"],
  ])("%s is %s", (specifier, path) => {
    expect(resolved(specifier, path)).toBe(path);
  });

  it("is the file before the folder, and the one that is written before the one that it is compiled from", () => {
    expect(resolved("./users", "src/users/index.ts", "src/users.ts")).toBe("src/users.ts");
    expect(resolved("./users.js", "src/users.ts", "src/users.js")).toBe("src/users.js");
  });

  it.each(["express", "./missing", "../../users", "/users", "@/users", "#users"])("%s is nothing that is known", (specifier) => {
    expect(resolved(specifier, "src/users.ts")).toBeUndefined();
  });
});

describe("an alias", () => {
  it.each<[config: string, specifier: string]>([
    [`{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }`, "@/users"],
    [`{ "compilerOptions": { "baseUrl": "src", "paths": { "~/*": ["missing/*", "*"] } } }`, "~/users.js"],
    [`{ "compilerOptions": { "baseUrl": "src" } }`, "users"],
    [`{ "compilerOptions": { "paths": { "people": ["src/users.ts"] } } }`, "people"],
    [`{\n  // "paths": { "a": "b" }\n  /* none */ "compilerOptions": { "paths": { "@/*": ["src/*",], }, }, }`, "@/users"],
  ])("%s makes %s a file", (config, specifier) => {
    write("tsconfig.json", config);
    expect(resolved(specifier, "src/users.ts")).toBe("src/users.ts");
  });

  it("may stand in a configuration that another extends, or in one for JavaScript", () => {
    write("jsconfig.json", `{ "extends": "./config/base", "compilerOptions": {} }`);
    write("config/base.json", `{ "compilerOptions": { "paths": { "@/*": ["../src/*"] } } }`);
    expect(resolved("@/users", "src/users.ts")).toBe("src/users.ts");
  });

  it.each([`{ "compilerOptions": `, `null`, `[]`, `{ "compilerOptions": { "paths": [] } }`, `{ "compilerOptions": { "paths": { "@/*": null } } }`, `{ "extends": "./tsconfig" }`, `{ "extends": "@tsconfig/node20" }`])("%s makes none", (config) => {
    write("tsconfig.json", config);
    expect(resolved("@/users", "src/users.ts")).toBeUndefined();
  });
});
