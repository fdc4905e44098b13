/** Types and routes that stand in comments before a function. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import type { Framework } from "../../frameworks/framework.ts";
import { remembered } from "../../http/remembered.ts";

const comments = new WeakMap<FunctionNode, readonly string[]>();

/** The comments right before the statement or member that holds the function; asked for types and for routes. */
function commentsBefore(fn: FunctionNode, bindings: Bindings): readonly string[] {
  let found = comments.get(fn);
  if (!found) comments.set(fn, found = findComments(fn, bindings));
  return found;
}

function findComments(fn: FunctionNode, bindings: Bindings): string[] {
  const texts: string[] = [];
  for (let at: TSESTree.Node = fn; at.type !== "Program"; at = at.parent) {
    texts.push(...bindings.sourceCode.getCommentsBefore(at).map(({ value }) => value));
    const isHolder = /Statement$|Declaration$|^MethodDefinition$|^PropertyDefinition$|^Property$/.test(at.type);
    const isExported = /^Export/.test(at.parent.type);
    if (isHolder && !isExported) break;
  }
  return texts;
}

/** `@param {import('express').Response} res`, `@type {import('express').RequestHandler}` or `@param {express.Response} res`. */
export function documentedType(fn: FunctionNode, response: TSESTree.Node | undefined, { handlers }: Framework, bindings: Bindings): boolean {
  if (response?.type !== "Identifier" || !bindings.isOwn(fn) || !bindings.sourceCode.text.includes("@")) return false;
  return commentsBefore(fn, bindings).some((comment) =>
    handlers.types.some(({ is, name, packages }) => {
      const tag = is === "response" ? "param" : is === "handler" || is === "error-handler" ? "type" : null;
      if (tag === null || !comment.includes(name)) return false;
      const type = typeTag(`${tag} ${name} ${tag === "param" ? response.name : ""}`).exec(comment);
      const source = type?.[1] ?? type?.[2];
      return source !== undefined && packages.includes(source);
    }));
}

/** A file asks for the same few tags at each of its functions. */
const typeTag = remembered((wanted): RegExp => {
  const [tag, name, parameter] = wanted.split(" ");
  return new RegExp(`@${tag}\\s*\\{\\s*(?:import\\(\\s*["']([^"']+)["']\\s*\\)|(\\w+))\\.${name}\\b[^}]*\\}\\s*${parameter ? `\\[?${parameter}\\b` : ""}`);
});

/** `@route POST /api/users`, `@api {post} /users` */
export function documentedRoute(fn: FunctionNode, bindings: Bindings): { method: string; route: string | null } | null {
  for (const comment of commentsBefore(fn, bindings)) {
    const tag = /@route\s*:?\s*\{?(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)(?:\}|\b)(?:\s*[,:-]?\s*(\S*\/\S*))?/i.exec(comment)
      ?? /@api\s*\{(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\}(?:\s+(\S+))?/i.exec(comment)
      ?? /^[\s*]*(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s*:?\s+(\/\S*)/m.exec(comment);
    if (tag?.[1]) return { method: tag[1].toUpperCase(), route: tag[2] ?? null };
  }
  return null;
}
