/** The packed plugin in a project of its own, with nothing beside it but ESLint and what the command line draws with: not even TypeScript. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { ESLint } from "eslint";
import typescript from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const exec = promisify(execFile);
let temporary: string;
let tarball: string;

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), "http-status-"));
  await exec("npm", ["pack", "--pack-destination", temporary], { cwd: root });
  tarball = join(temporary, (await readdir(temporary))[0]!);
}, 120_000);

afterAll(() => rm(temporary, { recursive: true, force: true }));

const server = `
import express from "express";

express().get("/users/:id", async (req, res) => {
  try {
    res.json(await find(req.params.id));
  } catch (error) {
    res.json({ error: error.message });
  }
});
`;

const configs: Record<string, string> = {
  "eslint.config.js": `
    import httpStatus from "eslint-plugin-http-status";
    export default [{ ...httpStatus.configs.recommended, files: ["*.js"] }];
  `,
  "eslint.config.cjs": `
    const httpStatus = require("eslint-plugin-http-status");
    module.exports = [httpStatus.configs.recommended];
  `,
  "eslint.config.mjs": `
    import { defineConfig } from "eslint/config";
    import http from "eslint-plugin-http-status";
    export default defineConfig([{ plugins: { http }, extends: ["http/recommended"] }]);
  `,
};

describe.each([["eslint", "10"], ["eslint9", "9"]])("with %s", (installed, major) => {
  let project: string;

  beforeAll(async () => {
    project = join(temporary, installed);
    const plugin = join(project, "node_modules/eslint-plugin-http-status");
    await mkdir(plugin, { recursive: true });
    await exec("tar", ["-xzf", tarball, "--strip-components=1", "-C", plugin]);
    await symlink(join(root, "node_modules", installed), join(project, "node_modules/eslint"), "junction");
    await writeFile(join(project, "package.json"), '{ "type": "module", "dependencies": { "express": "^5.0.0" } }');
    await writeFile(join(project, "server.js"), server);
  }, 60_000);

  const node = async (...args: string[]): Promise<string> => (await exec("node", args, { cwd: project })).stdout;

  it(`the project's ESLint is of version ${major}`, async () => {
    expect(await node("node_modules/eslint/bin/eslint.js", "--version")).toMatch(new RegExp(`^v${major}\\.`));
  });

  it("its code imports nothing but itself and Node.js; the command line imports one package more", async () => {
    const dist = join(project, "node_modules/eslint-plugin-http-status/dist");
    const files = (await readdir(dist, { recursive: true })).filter((file) => file.endsWith(".js"));
    const importedBy = async (some: string[]) => {
      const texts = await Promise.all(some.map((file) => readFile(join(dist, file), "utf8")));
      const imported = texts.flatMap((text) => typescript.preProcessFile(text).importedFiles.map(({ fileName }) => fileName));
      expect(imported).not.toEqual([]);
      return new Set(imported.filter((name) => !/^(?:\.|node:)/.test(name)));
    };
    const isOfCommandLine = (file: string): boolean => dirname(file) === "cli";
    expect(await importedBy(files.filter((file) => !isOfCommandLine(file)))).toEqual(new Set());
    expect(await importedBy(files.filter(isOfCommandLine))).toEqual(new Set(["markdown-table"]));
  });

  it("its command line lints without any set-up", async () => {
    await symlink(join(root, "node_modules/markdown-table"), join(project, "node_modules/markdown-table"), "junction");
    const { stdout, code } = await exec("node", ["node_modules/eslint-plugin-http-status/dist/cli/main.js", "check"], { cwd: project })
      .catch((found: unknown) => found as { stdout: string; code: number }) as { stdout: string; code?: number };
    expect(code).toBe(1);
    expect(stdout).toContain("http-status/no-error-in-success");
  });

  it.each(Object.keys(configs))("%s lints a server", async (name) => {
    await writeFile(join(project, name), configs[name]!);
    const args = ["node_modules/eslint/bin/eslint.js", "--config", name, "--format", "json", "server.js"];
    const { stdout } = await exec("node", args, { cwd: project }).catch((found: unknown) => found as { stdout: string });
    await rm(join(project, name));
    const reports = (JSON.parse(stdout) as ESLint.LintResult[]).flatMap(({ messages }) => messages);
    expect(reports.map(({ ruleId, line }) => [ruleId?.split("/")[1], line])).toEqual([["no-error-in-success", 8]]);
  });

  it("require and import give the plugin itself", async () => {
    const script = `import(name).then((module) => console.log(module.default === require(name), require(name).meta.name))`;
    expect(await node("-e", `const name = "eslint-plugin-http-status"; ${script}`)).toBe("true eslint-plugin-http-status\n");
  });

  it("its types are accepted, though nothing else is installed", async () => {
    await writeFile(join(project, "eslint.config.ts"), `
      import { defineConfig } from "eslint/config";
      import httpStatus from "eslint-plugin-http-status";
      import type { SettingsInput } from "eslint-plugin-http-status";

      const settings: SettingsInput = { fix: "evident", conventions: { validation: 422 } };
      export default defineConfig([
        { files: ["src/**"], extends: [httpStatus.configs.strict], settings: { "http-status": settings } },
        { plugins: { http: httpStatus }, extends: ["http/recommended"], rules: { "http/no-error-in-success": "off" } },
        httpStatus.configs.all,
      ]);
    `);
    const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript")), "tsc.js");
    const options = ["--noEmit", "--strict", "--skipLibCheck", "false", "--module", "nodenext", "--target", "es2023"];
    await exec("node", [tsc, ...options, "eslint.config.ts"], { cwd: project })
      .catch((error: unknown) => expect((error as { stdout: string }).stdout).toBe(""));
  }, 60_000);
});

it("brings the built files and nothing else", async () => {
  const { stdout } = await exec("tar", ["-tzf", tarball]);
  const files = stdout.trim().split("\n").map((file) => file.replace("package/", ""));
  expect(files.filter((file) => !file.startsWith("dist/")).sort()).toEqual(["LICENSE", "README.md", "package.json"]);
  expect(files.filter((file) => !/\.(?:js|d\.ts)$/.test(file) && file.startsWith("dist/"))).toEqual([]);
});
