import { defineRule } from "../define-rule.ts";
import type { Exchange, Response } from "../exchange/model.ts";
import { titleOf } from "../http/status.ts";

interface Options {
  /** Report creations that only the handler's name or an insert tells. */
  readonly checkNames: boolean;
  /** Report an answer that the description of its route promises. */
  readonly checkDeclared: boolean;
}

type MessageId = "created" | "declared" | "notCreated" | "answer" | "declare";

/** Purposes of a POST that is no creation of a resource, whatever it stores on the way. */
const silent = new Set(["webhook", "job", "graphql", "rpc", "health", "session", "query", "batch", "validation", "action"]);

export const rule = defineRule<Options, MessageId>({
  name: "prefer-created",
  type: "suggestion",
  docs: {
    description: "Prefer 201 Created for what a request created, and for nothing else",
    presets: { recommended: {}, strict: { checkNames: true, checkDeclared: true } },
    widest: { checkNames: true, checkDeclared: true },
    fixes: ["evident", "choice"],
    codes: [200, 201],
  },
  options: {
    checkNames: { type: "boolean", description: "Whether to report creations that only the handler's name or an insert tells." },
    checkDeclared: { type: "boolean", description: "Whether to report also where the description of the route declares the answer." },
  },
  defaultOptions: { checkNames: false, checkDeclared: false },
  messages: {
    created: "Clients cannot tell from {{title}} that this POST created something; 201 Created says it.",
    declared: "Clients cannot tell from {{title}}, which is declared, that this POST created something.",
    notCreated: "Clients read 201 Created as a new resource, but a {{method}} creates none.",
    answer: "Answer {{title}}.",
    declare: "Answer {{title}}, to be declared in the description of the route as well.",
  },

  check(exchange, report, { options }) {
    if (exchange.role !== "endpoint") return;
    const isWeakMethod = exchange.methodFrom === "name";
    if (isWeakMethod && !options.checkNames) return;
    for (const response of exchange.responses) {
      const isDeclared = response.status.code !== undefined && exchange.declares.includes(response.status.code);
      if (response.thrown || (isDeclared && !options.checkDeclared)) continue;
      if (response.status.code === 201 && createsNothing(response, exchange, options)) {
        const code = response.content.isWritten || response.content.shape === "unknown" ? 200 : 204;
        report({
          node: response.node,
          messageId: "notCreated",
          data: { method: exchange.method ?? "" },
          cures: [{
            tier: isWeakMethod || isDeclared ? "choice" : "evident", messageId: "answer", data: { title: titleOf(code) },
            edits: response.isShared ? undefined : response.say({ status: code }),
          }],
        });
      }
      const certainty = creationIn(response, exchange);
      if (certainty === undefined || (certainty === "weak" && !options.checkNames)) continue;
      report({
        node: response.node,
        messageId: isDeclared ? "declared" : "created",
        data: { title: titleOf(200) },
        cures: [{
          tier: certainty === "strong" && !isDeclared ? "evident" : "choice",
          messageId: isDeclared ? "declare" : "answer",
          data: { title: titleOf(201) },
          edits: response.isShared ? undefined : response.say({ status: 201 }),
        }],
      });
    }
  },
});

/** A GET or DELETE creates nothing; a PATCH does so seldom. One that does all the same has a fault of another kind. */
const createsNothing = ({ mayHaveStored }: Response, { method }: Exchange, { checkNames }: Options): boolean =>
  !mayHaveStored && (method === "GET" || method === "DELETE" || (method === "PATCH" && checkNames));

/** How surely the response answers a creation with 200. */
function creationIn({ status, content, shows, stored, onFailure }: Response, exchange: Exchange): "strong" | "weak" | undefined {
  const { method, methodFrom, purpose, route, name, hasItems } = exchange;
  if (method !== "POST" || status.code !== 200 || onFailure !== undefined || content.failure) return undefined;
  // Uploading a file is an action that makes one.
  if (purpose !== undefined && silent.has(purpose) && !(purpose === "action" && shows?.isFile)) return undefined;
  if (shows?.certainty === "strong") return methodFrom !== "name" && isCollection(route) ? "strong" : "weak";
  // What is stored under a route of its own can be asked for there.
  if (shows && hasItems) return "strong";
  if (shows && methodFrom !== "name" && route !== null && isCollection(route)) return "weak";
  const isNamed = (name !== null && /^(?:create|insert|register|store|new)(?![a-z])/.test(name)) || /\/(?:register|signup|sign-up)$/.test(route ?? "")
    || /\b(?:created|registered|added)\b/i.test(content.says ?? "");
  // An answer that shows nothing can only tell by its status that something was made.
  const isMute = content.shape === "none" || (content.shape === "acknowledgement" && (content.node === undefined || stored?.certainty === "strong"));
  return (stored || shows) && (isNamed || isMute) ? "weak" : undefined;
}

/** The last part of the route names a collection: `/users`, not `/users/:id`. An unknown route may be one. */
const isCollection = (route: string | null): boolean => route === null || !/:[^/]+\/?$/.test(route);
