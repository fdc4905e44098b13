// Lints examples/express-shop with the built plugin, then shows what --fix would change. Writes no file.
import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { ESLint } from "eslint";

const shop = fileURLToPath(new URL("../examples/express-shop", import.meta.url));

const eslint = new ESLint({ cwd: shop });
const found = await eslint.lintFiles(".");
const stylish = await eslint.loadFormatter("stylish");
console.log(await stylish.format(found));

console.log(`Next, what \`eslint --fix\` makes of it with settings: { "http-status": { fix: "evident" } }\n`);

const fixed = await new ESLint({
  cwd: shop,
  overrideConfig: { settings: { "http-status": { fix: "evident" } } },
  fix: true,
}).lintFiles(".");

for (const { filePath, output } of fixed) {
  if (output === undefined) continue;
  const name = relative(shop, filePath);
  const source = await readFile(filePath, "utf8");
  const options = { context: 2, headerOptions: FILE_HEADERS_ONLY };
  console.log(createTwoFilesPatch(`a/${name}`, `b/${name}`, source, output, undefined, undefined, options));
}

const count = (results: ESLint.LintResult[]) => results.flatMap(({ messages }) => messages).length;
console.log(`${count(found)} problems before, ${count(fixed)} after. The rest is for you to decide.`);
