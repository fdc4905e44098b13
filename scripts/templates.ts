/** What `npm run new` writes: small files that work at once, to be replaced piece by piece. */

const verbs: Readonly<Record<string, string>> = {
  no: "Disallow", require: "Require", prefer: "Prefer", valid: "Enforce", consistent: "Enforce",
};

/** Names of rules begin with one of these words. */
export const prefixes = Object.keys(verbs);

export const ruleFiles = (name: string): Record<string, string> => ({
  [`src/rules/${name}.ts`]: `import { defineRule } from "../define-rule.ts";
import { titleOf } from "../http/status.ts";

export const rule = defineRule({
  name: "${name}",
  type: "problem",
  docs: {
    description: "${verbs[name.split("-")[0] ?? ""] ?? "Enforce"} what the rule is about, in one clause without a full stop",
    presets: {},
    fixes: ["choice"],
    codes: [],
  },
  defaultOptions: {},
  messages: {
    paywall: "Clients do not know how to pay after {{title}}.",
    answer: "Answer {{title}}.",
  },

  check(exchange, report) {
    for (const response of exchange.responses) {
      if (response.status.code !== 402) continue;
      report({
        node: response.node,
        messageId: "paywall",
        data: { title: titleOf(402) },
        cures: [{ tier: "choice", messageId: "answer", data: { title: titleOf(403) }, edits: response.say({ status: 403 }) }],
      });
    }
  },
});
`,

  [`tests/rules/${name}.test.ts`]: `import { rule } from "../../src/rules/${name}.ts";
import { run } from "../support/rule-tester.ts";

run(rule, {
  silent: {
    "another status": \`
      import express from "express";
      express().get("/news", (req, res) => {
        res.status(403).json({ error: "No subscription" });
      });
    \`,
    "a status that no server answers": \`
      const res = await fetch("/news");
      if (res.status === 402) console.log("No subscription");
    \`,
  },
  reports: {
    "a paywall": {
      code: \`
        import express from "express";
        express().get("/news", (req, res) => {
          res.status(402).json({ error: "No subscription" });
        });
      \`,
      at: 'res.status(402).json({ error: "No subscription" })',
      messageId: "paywall",
      data: { title: "402 Payment Required" },
      cures: [{
        tier: "choice",
        messageId: "answer",
        data: { title: "403 Forbidden" },
        output: \`
        import express from "express";
        express().get("/news", (req, res) => {
          res.status(403).json({ error: "No subscription" });
        });
      \`,
      }],
    },
  },
});
`,

  [`docs/rules/${name}.md`]: `# ${name}

<!-- generated: header -->
<!-- /generated -->

## Why

Say who is misled by the answer, and what they do then. Name the source and how binding it is:
[RFC 9110, section 15.5](https://www.rfc-editor.org/rfc/rfc9110#section-15.5) says that a server SHOULD explain an error.

## Examples

\`\`\`js
// ❌ A paywall
import express from "express";

express().get("/news", (req, res) => {
  res.status(402).json({ error: "No subscription" });
});
\`\`\`

\`\`\`js
// 💡 A suggestion
import express from "express";

express().get("/news", (req, res) => {
  res.status(403).json({ error: "No subscription" });
});
\`\`\`

\`\`\`js
// ✅ News
import express from "express";

express().get("/news", (req, res) => {
  res.json({ news: [] });
});
\`\`\`

## Changes

<!-- generated: changes -->
<!-- /generated -->

## When not to use it

Say whose code is right although the rule reports it.

## Further reading

- [RFC 9110, section 15](https://www.rfc-editor.org/rfc/rfc9110#section-15)
`,
});

export const frameworkFiles = (name: string): Record<string, string> => ({
  [`src/frameworks/${name}.ts`]: `import { argument, defineFramework, delivers, sets } from "./framework.ts";

/** Put the address of the manual's page about responses here. */
export const framework = defineFramework({
  name: "${name}",
  subject: "res",
  packages: ["${name}"],
  majors: [1],
  markers: ["status", "send"],
  handlers: {
    places: { 2: { request: 0, response: 1 } },
    types: [{ packages: ["${name}"], name: "Response", is: "response" }],
    applications: [["${name}", "default"]],
    applicationNames: /^app$/,
    registrations: { get: "GET", post: "POST", put: "PUT", patch: "PATCH", delete: "DELETE" },
    mounts: ["use"],
    servers: [],
  },
  initialStatus: 200,
  range: [100, 999],
  contentless: [204, 304],
  verbatim: {},
  calls: {
    status: sets({ status: argument(0) }),
    send: delivers({ content: argument(0), emptyFor: ["absent", "undefined"] }),
  },
  assignments: {},
  sinks: [],
  undelivered: "hangs",
  phrasing: { status: { call: "status" }, field: { call: "set" }, head: "writeHead", empty: "send", emptied: ["send"] },
});
`,

  [`tests/frameworks/${name}.test.ts`]: `import { expect, it } from "vitest";
import { readResponses } from "../support/read.ts";

const handler = (statements: string): string => \`
  const app = require("${name}")();
  app.get("/", (req, res) => { \${statements} });
\`;

it.each([
  ["a status and content", "res.status(404).send({ error: 'missing' });", { status: 404, present: true }],
  ["the default status", "res.send({ id: 1 });", { status: 200, origin: "default" }],
])("${name} says %s", (_, statements, response) => {
  expect(readResponses(handler(statements))).toMatchObject([response]);
});

it("${name} does not speak without evidence", () => {
  expect(readResponses("function answer(thing, res) { res.status(404).send(); }")).toEqual([]);
});
`,

  [`tests/wire/${name}.test.ts`]: `import { ${identifierOf(name)} } from "./dialects.ts";
import { prove } from "./harness.ts";

const endpoint = (statements: string): string => \`
const app = require("${name}")();
app.get("/", (req, res) => { \${statements} });
module.exports = app;
\`;

prove(${identifierOf(name)}, [
  { name: "the default status", source: endpoint("res.send({ id: 1 });"), expect: { status: 200, content: true } },
  { name: "status().send()", source: endpoint("res.status(404).send({ error: 'missing' });"), expect: { status: 404, content: true } },
]);
`,

  [`docs/frameworks/${name}.md`]: `# ${name}

Versions 1. Every claim below is proved on a live server.

## What is read

- **Handlers:** functions given to a method of an application, such as \`app.get(path, handler)\`.
- **Status:** \`res.status(code)\`; 200 if nothing is said.
- **Content:** \`res.send(content)\`.

## What is left alone

- A \`res\` without evidence that a server handed it out.
`,
});

/** The line with which the wire tests learn how a program of the framework is run. */
export const dialectLine = (name: string): string =>
  `export const ${identifierOf(name)} = dialect("${name}", [1], (major) => ({ ${JSON.stringify(name)}: \`${name}\${major}\` }));\n`;

function identifierOf(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
