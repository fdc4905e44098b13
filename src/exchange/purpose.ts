/** Uses of HTTP that follow another agreement than resources do, told by route, name, file and words of the code. */
import type { Purpose } from "./model.ts";

const signs: readonly (readonly [purpose: Purpose, inNames: RegExp, inCode?: RegExp])[] = [
  ["webhook", /web-?hooks?|(?:^|[\W_])hooks?(?:$|[\W_])|\bipn\b|callbacks?\b|[a-z]Callback/i, /constructEvent|verifyWebhook|stripe-signature|x-hub-signature|x-shopify|webhookSecret|upstash-signature/i],
  ["job", /cron|(?:^|[\W_])(?:jobs?|queues?|workers?|scheduler?)(?:$|[\W_])|[a-z](?:Job|Queue|Worker|Cron)(?:$|[A-Z])/],
  ["graphql", /graphql|\bgql\b/i],
  ["rpc", /(?:^|[\W_])(?:json-?)?rpc|trpc|\bmcp\b|scim/i, /jsonrpc/i],
  ["health", /health|(?:^|[\W_])(?:ready|readyz|live|livez|liveness|readiness|ping|heartbeat|alive|status)(?:z?$|[\W_])/i],
  ["batch", /(?:^|[\W_])(?:bulk|batch|import|sync)|(?:bulk|batch)[A-Z]|(?:^|[a-z])(?:Bulk|Batch|Import)(?:$|[A-Z])/],
  ["session", /log-?_?(?:in|out)|sign-?_?(?:in|out)|(?:^|[\W_])(?:auth|oauth|token|refresh|verify|forgot|reset|otp|2fa|mfa|password|session|logout)(?:$|[\W_A-Z])|[a-z](?:Login|Logout|Otp|OTP|Password|Token|Session|Email)(?:$|[A-Z])/i],
  ["validation", /(?:^|[\W_])(?:validate|check|exists?|available|availability|test)|^(?:is|has|can|validate|check|test|verify)[A-Z]/],
  ["query", /(?:^|[\W_])(?:search|query|filter|lookup|suggest|preview|calculate|estimate|report|export|stats|analy[sz]e|predict|generate|compare|quote)/i],
  ["action", /(?:^|[\W_])(?:toggle|like|unlike|dislike|follow|unfollow|reorder|order-by|move|archive|unarchive|cancel|approve|reject|accept|decline|activate|deactivate|enable|disable|publish|unpublish|send|resend|mark|pay|apply|add-?to|remove|update|edit|set|change|assign|join|leave|start|stop|run|process|trigger|vote|rate|upload)(?:$|[\W_A-Z])/],
];

/** The purpose that the first matching sign tells. `code` is the text of the handler. */
export function purposeOf(route: string | null, name: string | null, filename: string, code: string): Purpose | undefined {
  const names = [route ?? "", name ?? ""];
  const file = filename.replace(/\\/g, "/").split("/").slice(-3).join("/").replace(/\.\w+$/, "");
  for (const [purpose, inNames, inCode] of signs) {
    const asksFile = purpose === "webhook" || purpose === "job" || purpose === "graphql" || purpose === "rpc" || purpose === "health";
    if (names.some((text) => text !== "" && inNames.test(text)) || (asksFile && inNames.test(file)) || inCode?.test(code)) return purpose;
  }
  return undefined;
}
