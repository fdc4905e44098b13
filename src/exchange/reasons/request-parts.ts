/** Which part of the request an expression reads, directly or through variables. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isWrittenLater } from "../../ast/bindings.ts";
import type { Bindings, Variable } from "../../ast/bindings.ts";
import { bare, calleeNameOf, isFunction, keyOf, parametersOf } from "../../ast/functions.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { isWithin } from "../../ast/outline.ts";
import { keysTo } from "../../ast/patterns.ts";
import { visit } from "../../ast/visit.ts";
import { remembered } from "../../http/remembered.ts";
import { isCallerCall, isCredentialField, isSessionCookie, principalName } from "./principals.ts";

/**
 * What the request brought. `caller`: what authentication put there; `attached`: what another middleware did; `credential`:
 * what proves who is asking; `path`, `query`, `field` and `content`: what is asked for, and with what.
 */
export type RequestPart = "caller" | "attached" | "credential" | "path" | "query" | "field" | "content";

const parts: readonly (readonly [RegExp, RequestPart])[] = [
  [/^(?:req|request|ctx)\.(?:user|auth|session|userId|account)\b/, "caller"],
  [/^(?:\w+\.)?locals\.(?:user|auth|session|userId|account)\b/, "caller"],
  [/^(?:req|request)\.cookies\.(?:get|has)\b/, "field"],
  [/^(?:req|request)\.(?:cookies|signedCookies)\b/, "credential"],
  [/^(?:req|request)\.params\b/, "path"],
  [/^(?:req|request)\.(?:query|nextUrl\.searchParams)\b/, "query"],
  [/^(?:req|request)\.(?:headers\b|(?:header|get)\()/, "field"],
  [/^(?:req|request)\.(?:body|files?|json|formData|text|arrayBuffer|blob)\b/, "content"],
  [/^(?:req|request)\.(?!(?:app|baseUrl|cf|clone|fresh|geo|hostname|ips?|method|nextUrl|originalUrl|path|protocol|route|secure|signal|socket|connection|stale|subdomains|url|xhr|res|next)\b)\w+/, "attached"],
];

/** What frameworks hand to a handler, by the name of the member. */
const given = new Map<string, RequestPart>([
  ["params", "path"], ["searchParams", "query"], ["query", "query"], ["body", "content"], ["headers", "field"], ["cookies", "credential"],
]);

/** Methods that give a text back as another text, or as a number. */
const sameText = /^(?:split|trim|toString|toLowerCase|toUpperCase|replace|slice|substring|at|pop)$/;

/** Functions that give back what they are given, in another form. */
const sameValue = /^(?:parseInt|parseFloat|Number|String|fromEntries|parse|parseAsync|safeParse|safeParseAsync)$/;

/** Something in the code is what the client sent, apart from who it is. */
export function readsRequest(root: TSESTree.Node, bindings: Bindings): boolean {
  let isRead = false;
  visit(root, bindings.sourceCode.visitorKeys, (node) => {
    if (isRead || (node.type !== "Identifier" && node.type !== "MemberExpression" && node.type !== "CallExpression")) return;
    const part = requestPartOf(node, bindings);
    isRead = part !== undefined && part !== "caller" && part !== "attached";
  });
  return isRead;
}

/** The part of the request that a value was read from. */
export function requestPartOf(node: TSESTree.Node, bindings: Bindings, depth = 0): RequestPart | undefined {
  const value = bare(node);
  if (depth > 12) return undefined;
  const partOf = (inner: TSESTree.Node | undefined) => inner && requestPartOf(inner, bindings, depth + 1);
  switch (value.type) {
    case "AwaitExpression":
      return partOf(value.argument);
    case "LogicalExpression":
      return partOf(value.left);
    case "MemberExpression":
      // The name in `headers.get("authorization")` tells more than the words before it.
      return (bare(value.object).type === "CallExpression" ? partOf(value.object) : undefined)
        ?? partByText(value, bindings) ?? partOf(value.object) ?? memberOfGiven(value, bindings);
    case "CallExpression":
      return partByCall(value, bindings, partOf);
    case "Identifier": {
      const variable = bindings.variableOf(value);
      return variable && !isWrittenLater(variable) ? partByVariable(variable, bindings, depth) : undefined;
    }
    default:
      return undefined;
  }
}

const partByText = (value: TSESTree.Node, bindings: Bindings): RequestPart | undefined => partSaid(bindings.textOf(value));

/** Handlers read the same few members of the request. */
const partSaid = remembered((written): RequestPart | undefined => {
  const text = written.replace(/[?!]/g, "").replace(/^\w+\.(?=request\.)/, "");
  const part = parts.find(([pattern]) => pattern.test(text))?.[1];
  return part === "field" && isCredentialField(fieldName.exec(text)?.[1] ?? "") ? "credential" : part;
});

/** The field that `req.headers.token`, `req.headers["x-auth-token"]` or `req.get("Authorization")` reads. */
const fieldName = /^\w+\.(?:headers(?:\.|\[["'`])|(?:header|get)\(["'`])([\w-]+)/;

function partByCall(
  call: TSESTree.CallExpression, bindings: Bindings, partOf: (inner: TSESTree.Node | undefined) => RequestPart | undefined,
): RequestPart | undefined {
  const callee = bare(call.callee);
  const name = calleeNameOf(call) ?? "";
  const [first] = call.arguments;
  if (callee.type === "MemberExpression") {
    if (/^(?:get|getAll|has|header)$/.test(name)) {
      return named(first, partOf(callee.object) ?? partByText(call, bindings), isCookies(callee.object, bindings), bindings) ?? partByText(call, bindings);
    }
    if (/^(?:json|formData|text)$/.test(name) && partByText(call, bindings) === "content") return "content";
    // `req.headers.authorization.split(" ")`, `req.body.name.trim()`
    if (sameText.test(name) || (name === "filter" && first && asksOnlyEach(first, bindings))) return partOf(callee.object);
  }
  if (call.arguments.length === 0 && callee.type === "Identifier" && (name === "headers" || name === "cookies")) return "field";
  if (isCallerCall(call, bindings)) return "caller";
  // `parseInt(req.params.id)`, `schema.parse(await request.json())`
  return sameValue.test(name) ? partOf(first) : undefined;
}

/** A filter that reads nothing but the entries: whatever is left over hangs on what was sent. */
function asksOnlyEach(filter: TSESTree.Node, bindings: Bindings): boolean {
  if (!isFunction(filter)) return filter.type === "Identifier" && filter.name === "Boolean";
  let isClosed = true;
  visit(filter, bindings.sourceCode.visitorKeys, (node) => {
    const name = node.type === "Identifier" ? bindings.variableOf(node)?.defs[0]?.name : undefined;
    if (node.type === "ThisExpression" || (name && !isWithin(name, filter))) isClosed = false;
  });
  return isClosed;
}

/** The name of a parameter of the route, where the value is nothing else: `req.params.id`, `const { id } = await params`. */
export function parameterOf(node: TSESTree.Node, bindings: Bindings): string | undefined {
  const value = bare(node);
  if (value.type === "MemberExpression") return isParameters(value.object, bindings) ? keyOf(value) ?? undefined : undefined;
  const variable = value.type === "Identifier" ? bindings.variableOf(value) : undefined;
  const [definition] = variable?.defs ?? [];
  if (!variable || isWrittenLater(variable) || definition?.node.type !== "VariableDeclarator" || !definition.node.init) return undefined;
  const { id, init } = definition.node;
  if (id.type === "Identifier") return bare(init).type === "MemberExpression" ? parameterOf(init, bindings) : undefined;
  const keys = keysTo(definition.name, id) ?? [];
  return isParameters(init, bindings) ? keys[0] : keys[0] === "params" && keys.length === 2 && /^req(?:uest)?$/.test(bindings.textOf(init)) ? keys[1] : undefined;
}

const isParameters = (node: TSESTree.Node, bindings: Bindings): boolean =>
  /\bparams[!?]?$/.test(bindings.textOf(node)) && requestPartOf(node, bindings) === "path";

/** What one name of a part tells: `headers.get("authorization")` is a credential, and `session.get("state")` no caller. */
function named(name: TSESTree.Node | undefined, part: RequestPart | undefined, isCookie: boolean, bindings: Bindings): RequestPart | undefined {
  const text = name ? bindings.textOf(name).replace(/^["'`]|["'`]$/g, "") : "";
  if (part === "caller") return principalName.test(text) ? part : undefined;
  if (isCookie) return isSessionCookie(text) ? "credential" : "field";
  return part === "field" && isCredentialField(text) ? "credential" : part;
}

const isCookies = (node: TSESTree.Node, bindings: Bindings): boolean => {
  const value = bare(node);
  const variable = value.type === "Identifier" ? bindings.variableOf(value) : undefined;
  const init = variable && bindings.initOf(variable);
  return /\bcookies(?:\(\)\)?)?$/.test(bindings.textOf(init ?? value).replace(/[?!]/g, ""));
};

function partByVariable(variable: Variable, bindings: Bindings, depth: number): RequestPart | undefined {
  const [definition] = variable.defs;
  const { node, name } = definition ?? {};
  if (node?.type === "VariableDeclarator" && node.init && name) {
    const part = requestPartOf(node.init, bindings, depth + 1);
    const keys = keysTo(name, node.id);
    if (part || !keys) return part === "field" && isCredentialField(keys?.[0] ?? "") ? "credential" : part;
    return isAddress(node.init, bindings) ? partOfAddress(keys[0]) : isGiven(node.init, bindings) ? given.get(keys[0] ?? "") : undefined;
  }
  // The parts of what the handler is given: `(request, { params })`, `({ params, session })`.
  if (definition?.type !== "Parameter" || !isFunction(node) || !name) return undefined;
  const keys = parametersOf(node).map((parameter) => keysTo(name, parameter)).find((each) => each !== null);
  const [first = "", second = ""] = keys ?? [];
  if (first === "locals" ? principalName.test(second) : /^(?:session|user)$/.test(first) && isWrapped(node)) return "caller";
  return given.get(first);
}

/** `withSession(async ({ session }) => …)`; but not `list.map(({ user }) => …)` */
const isWrapped = ({ parent }: FunctionNode): boolean => parent.type === "CallExpression" && parent.callee.type === "Identifier";

/** `context.params.id`, `new URL(request.url).searchParams` */
function memberOfGiven(member: TSESTree.MemberExpression, bindings: Bindings): RequestPart | undefined {
  const key = keyOf(member) ?? "";
  if (isAddress(member.object, bindings)) return partOfAddress(key);
  return /^(?:params|searchParams)$/.test(key) && isGiven(member.object, bindings) ? given.get(key) : undefined;
}

const isGiven = (node: TSESTree.Node, bindings: Bindings): boolean =>
  node.type === "Identifier" && bindings.variableOf(node)?.defs[0]?.type === "Parameter";

const partOfAddress = (key: string | undefined): RequestPart | undefined =>
  key === "searchParams" ? "query" : key === "pathname" ? "path" : undefined;

/** `new URL(request.url)`, `request.nextUrl`, the `url` that a handler is given */
function isAddress(node: TSESTree.Node, bindings: Bindings): boolean {
  const value = bare(node);
  if (value.type === "NewExpression") {
    return value.callee.type === "Identifier" && value.callee.name === "URL" && value.arguments[0] !== undefined && /\burl\b/i.test(bindings.textOf(value.arguments[0]));
  }
  if (value.type === "MemberExpression") return keyOf(value) === "nextUrl";
  const variable = value.type === "Identifier" ? bindings.variableOf(value) : undefined;
  const [definition] = variable?.defs ?? [];
  if (definition?.type === "Parameter") return variable?.name === "url";
  const init = variable && bindings.initOf(variable);
  return init?.type === "NewExpression" || init?.type === "MemberExpression" ? isAddress(init, bindings) : false;
}
