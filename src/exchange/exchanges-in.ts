/** The door to the model: one model for each file and settings object, built when the first rule asks for it. */
import type { TSESLint } from "@typescript-eslint/utils";
import { Bindings } from "../ast/bindings.ts";
import * as tables from "../frameworks/index.ts";
import type { Framework } from "../frameworks/framework.ts";
import type { Language } from "../project/language.ts";
import { majorIn, nearestDependencies, rangeOf } from "../project/package-json.ts";
import { settingsOf } from "../settings.ts";
import type { Settings } from "../settings.ts";
import { answeringFunctionsIn } from "./handlers/answering-functions.ts";
import { ErrorWays } from "./thrown/error-ways.ts";
import { wayThroughProject } from "./thrown/project-errors.ts";
import { fold } from "./fold.ts";
import { handlerOf, handlersIn, mayHaveHandlers } from "./handlers/handlers.ts";
import type { Likelihood } from "./handlers/handlers.ts";
import { HandlersDeputies } from "./deputies/handlers-deputies.ts";
import { droppedIn, respondersIn } from "./deputies/responders.ts";
import { importerFor } from "./elsewhere/imports.ts";
import { isServed, makingDialect, makingPattern } from "./handlers/making-dialect.ts";
import { makingsIn } from "./handlers/makings.ts";
import type { Makings } from "./handlers/makings.ts";
import type { Model } from "./model.ts";
import { withOtherFiles } from "./elsewhere/other-files.ts";
import { tellsPurpose } from "./handlers/purpose.ts";
import { registrationsIn } from "./handlers/registrations.ts";

const frameworks: readonly Framework[] = Object.values(tables);

const nothing: Model = Object.freeze({ exchanges: Object.freeze([]), dropped: Object.freeze([]) });

/** The parameters of a handler, which may give its carrier to functions of other files and say no word itself. */
const pair = "\\(\\s*_*req(?:uest)?\\b[^()]*,\\s*_*res(?:ponse)?\\b";

/**
 * Every file that answers in one of the dialects contains one of their words right after a dot, or names a package, or has
 * functions with the parameters of a handler.
 */
const gate = new RegExp(`${pair}|\\.\\s*(?:${union(({ markers }) => markers)})\\b|["'](?:${union(({ packages }) => packages)})["']|${makingPattern(frameworks)}`);

const makesAnswers = new RegExp(makingPattern(frameworks));

const handlerPaths = frameworks.flatMap(({ files = [] }) => files.flatMap(({ name, made, path }) => (name !== undefined && !made ? [path] : [])));

/** Where a framework finds handlers by the path of their file, they may have all their answers from other files. */
function isHandlerPath(filename: string): boolean {
  const path = filename.replaceAll("\\", "/");
  return handlerPaths.some((pattern) => pattern.test(path));
}

/** Whether a text can hold an answer at all: one test, before anything is parsed. */
export const mayAnswer = (text: string): boolean => gate.test(text);

/** The names that editors and file managers give to a duplicate: `users copy.ts`, `users - Copy (2).js`. Nothing runs it. */
const copyName = /(?: copy(?: \d+)?| - Copy(?: \(\d+\))?)\.[cm]?[jt]sx?$/;

function union(wordsOf: (framework: Framework) => readonly string[]): string {
  return [...new Set(frameworks.flatMap(wordsOf))].join("|");
}

const models = new WeakMap<object, WeakMap<object, Model>>();

export interface Linted extends Pick<TSESLint.RuleContext<string, readonly unknown[]>, "sourceCode" | "settings" | "filename"> {
  /** With which parser other files are read; without it none is. */
  readonly languageOptions?: unknown;
}

/** What the file answers. Costs one text test for a file without HTTP; later callers get the same frozen model. */
export function exchangesIn({ sourceCode, settings, filename, languageOptions }: Linted): Model {
  let bySettings = models.get(sourceCode);
  if (!bySettings) models.set(sourceCode, bySettings = new WeakMap<object, Model>());
  let model = bySettings.get(settings);
  if (!model) bySettings.set(settings, model = build(sourceCode, settingsOf(settings), filename, languageOptions as Language | undefined));
  return model;
}

function build(sourceCode: Readonly<TSESLint.SourceCode>, settings: Settings, filename: string, language: Language | undefined): Model {
  if ((!mayAnswer(sourceCode.text) && !isHandlerPath(filename)) || copyName.test(filename)) return nothing;
  const allowed = frameworks.filter(({ name }) => settings.frameworks[name] !== false);
  if (allowed.length === 0) return nothing;
  const named = packagesNamedIn(sourceCode.text);
  const isNamed = ({ packages }: Framework): boolean => packages.some((name) => named.has(name));
  const mayMake = (makesAnswers.test(sourceCode.text) || isHandlerPath(filename)) && isServed(sourceCode, filename);
  const mayCarry = mayHaveHandlers(sourceCode, allowed.some((framework) => !framework.made && isNamed(framework)));
  const responders = respondersIn(sourceCode);
  if (!mayMake && !mayCarry && responders.length === 0) return nothing;
  const bindings = new Bindings(sourceCode, settings.imports ? importerFor(filename, language, sourceCode.visitorKeys) : undefined);
  const dependencies = nearestDependencies(filename);
  const isElsewhere = dependencies !== undefined && otherServers.some((other) => dependencies.has(other));
  const likely = new Map(allowed.map((framework) =>
    [framework, isNamed(framework) && !framework.files ? "named" : likelihoodOf(framework, named, settings, isElsewhere, filename)]));
  const registered = () => withOtherFiles(registrationsIn(bindings, allowed, filename), { filename, bindings, language }, allowed, settings.routes);
  const carrying = mayCarry ? handlersIn(bindings, registered(), likely) : [];
  const dialect = mayMake ? makingDialect(allowed, isNamed, filename) : undefined;
  const makings = dialect ? makingsIn(bindings, dialect) : noMakings;
  const majors = new Map<Framework, number | undefined>();
  const majorOf = (framework: Framework): number | undefined => {
    if (!majors.has(framework)) majors.set(framework, majorFor(framework, settings, filename));
    return majors.get(framework);
  };
  const answering = dialect ? answeringFunctionsIn(bindings, dialect, majorOf(dialect.framework), makings) : undefined;
  const handlers = [...carrying, ...(answering?.handlers ?? []).filter(({ fn }) => !carrying.some((other) => other.fn === fn))];
  if (handlers.length === 0 && responders.length === 0) return nothing;
  const view = { conventions: settings.conventions, shared: { uses: new Map(), written: [] } };
  const { helpers } = settings;
  const place = { filename, tellsPurpose: tellsPurpose(sourceCode.text), helpers };
  const spoken = new HandlersDeputies(carrying, { bindings, helpers, majorOf, asHandler: (fn) => handlerOf(fn, bindings, [], likely) });
  const ways = new Map<Framework, ErrorWays>();
  const waysFor = (framework: Framework, major: number | undefined): ErrorWays | undefined => {
    if (framework.errors && !ways.has(framework)) {
      const beyond = () => wayThroughProject({ framework, major, bindings }, { filename, bindings, language }, allowed, settings);
      ways.set(framework, new ErrorWays({ framework, major, bindings, beyond }));
    }
    return ways.get(framework);
  };
  const folded = handlers.map((handler) => {
    const [own, deputies] = handler.response || !answering ? [noMakings, spoken.of(handler.framework)] : [makings, answering.deputies];
    const major = majorOf(handler.framework);
    return { handler, ...fold(handler, bindings, own, { major, ...place }, view, deputies, waysFor(handler.framework, major)) };
  }).filter(({ handler }) => !handler.response || !spoken.isReadAtCalls(handler));
  const inheritsStatus = folded.some(({ leavesStatus }) => leavesStatus);
  const exchanges = folded.flatMap((one) => one.exchanges.map((exchange) => (inheritsStatus ? { ...exchange, inheritsStatus } : exchange)));
  const beside = responders.filter((fn) => !handlers.some((handler) => handler.fn === fn));
  return Object.freeze({ exchanges: Object.freeze(exchanges), dropped: Object.freeze(droppedIn(beside, spoken, likely, bindings)) });
}

const noMakings: Makings = new Map();

/**
 * How likely a bare `(req, res)` pair belongs to a framework that the file does not name: the settings or the project may.
 * `isElsewhere`: the project uses another server.
 */
function likelihoodOf({ name, packages, files }: Framework, named: ReadonlySet<string | undefined>, settings: Settings, isElsewhere: boolean, filename: string): Likelihood {
  // Where the path of the file makes the handlers, a pair elsewhere is none.
  if (files) return "none";
  if (settings.frameworks[name] !== undefined) return "possible";
  if (otherServers.some((other) => named.has(other))) return "none";
  return isElsewhere && rangeOf(filename, packages) === undefined ? "none" : "possible";
}

/** Other servers use the same two parameters with words of their own. */
const otherServers = ["next", "restify", "polka", "fastify", "koa", "@hapi/hapi", "hono", "sails", "@remix-run/node", "micro"];

const quotedPackage = new RegExp(`(["'])(${union(({ packages }) => packages)}|${otherServers.join("|")})(?=\\1)`, "g");

/** The packages that the text names in quotation marks, found in one pass. */
const packagesNamedIn = (text: string): ReadonlySet<string | undefined> => new Set(Array.from(text.matchAll(quotedPackage), ([, , name]) => name));

function majorFor({ name, packages, majors }: Framework, settings: Settings, filename: string): number | undefined {
  const forced = settings.frameworks[name];
  if (typeof forced === "number") return forced;
  // Where all versions are alike, nothing needs to be looked up.
  if (majors.length === 0) return undefined;
  const major = majorIn(rangeOf(filename, packages.slice(0, 1)));
  return major !== undefined && majors.includes(major) ? major : undefined;
}
