/**
 * The registry: what HTTP says about each status code, one row a code.
 *
 * A row writes only what is special about its code. Defaults: in force (`status: "standard"`), content expected, no
 * fields, not cacheable, no retry, and in every library the name that its title gives (see `constants.ts`).
 *
 * Source: the IANA registry of HTTP status codes and the RFCs that it names, RFC 9110 above all.
 */

export type StatusClass = "informational" | "success" | "redirection" | "client-error" | "server-error";

/** Where a code stands in the IANA registry. */
export type Registration = "standard" | "unused" | "deprecated" | "obsoleted" | "temporary";

/**
 * How strongly a field goes with a code. `definition`: the code means nothing without it though no keyword says so.
 * `convention`: asked for without a keyword, by an RFC (“ought to”) or by API guidelines.
 */
export type FieldLevel = "MUST" | "SHOULD" | "MAY" | "definition" | "convention";

export interface FieldRule {
  readonly name: string;
  readonly level: FieldLevel;
  readonly reference: string;
  /** The condition under which the rule holds; always, if absent. */
  readonly when?: string;
  /** What the value must hold. */
  readonly holds?: string;
}

export interface ForbiddenField {
  readonly name: string;
  readonly level: "MUST NOT" | "SHOULD NOT";
  readonly reference: string;
  readonly when?: string;
}

/** Whether sending the request again can succeed. */
export interface Retry {
  /** `same`: the very same request may succeed later. `changed`: only after the client changes something. */
  readonly request: "same" | "changed";
  readonly when: string;
}

/** The libraries that name status codes or their errors, and how a row calls them. */
export type Library =
  | "statusCodes" | "httpStatus" | "nest" | "axios" | "http2"
  | "httpErrors" | "boom" | "sensible" | "nestException" | "trpc" | "next";

/** Names that do not follow from the title; the first is the current one. null: the library has no name for it. */
export type Names = { readonly [library in Library]?: string | readonly string[] | null };

interface Row {
  readonly code: number;
  readonly title: string;
  readonly formerNames?: readonly string[];
  readonly reference: string;
  readonly status?: Registration;
  readonly meaning: string;
  readonly useFor: string;
  readonly notFor: string;
  /** `forbidden`: the response ends with its header section, or must be empty (205). */
  readonly content?: "forbidden" | "expected" | "allowed";
  readonly fields?: readonly FieldRule[];
  readonly forbiddenFields?: readonly ForbiddenField[];
  /** A cache may keep it without being told how long (RFC 9110 §15.1). */
  readonly cacheable?: true;
  /** A cache must not keep it (RFC 6585). */
  readonly neverStored?: true;
  /** Of a redirect: whether the method is promised to stay. 301 and 302 may turn POST into GET, 303 always does. */
  readonly keepsMethod?: boolean;
  /** Of a redirect: whether the new URI replaces the old one for good. */
  readonly permanent?: boolean;
  readonly retry?: Retry;
  /** Phrases that name this code and no other. All phrases are lower case and without hyphens. */
  readonly words?: readonly string[];
  /** Phrases that fit this code and, in their rows, others just as well. */
  readonly sharedWords?: readonly string[];
  /** Phrases that prove nothing alone. */
  readonly weakWords?: readonly string[];
  /** Phrases that tell that something else is meant. */
  readonly excludingWords?: readonly string[];
  readonly names?: Names;
}

/** A row with its defaults filled in. */
export type StatusCode = Row
  & Required<Pick<Row, "formerNames" | "status" | "content" | "fields" | "forbiddenFields">>
  & { readonly class: StatusClass };

/** One of the things that people mean by a code that is not registered. */
export interface Usage {
  readonly title: string;
  /** Who uses it so. */
  readonly by: string;
  /** The registered code that says it; undefined where none does. */
  readonly instead?: number;
}

/** A code that is seen in the wild but stands in no registry (RFC 9205 §4.6 asks to use registered ones only). */
export interface UnregisteredCode {
  readonly code: number;
  readonly usages: readonly [Usage, ...Usage[]];
  readonly names?: Names;
}

const rule = <Level extends string>(level: Level) =>
  (name: string, reference: string, more: { when?: string; holds?: string } = {}) =>
    ({ name, level, reference, ...more });

const must = rule("MUST");
const should = rule("SHOULD");
const may = rule("MAY");
const belongs = rule("definition");
const ought = rule("convention");
const mustNot = rule("MUST NOT");
const shouldNot = rule("SHOULD NOT");

const asIn200 = (reference: string, ...names: string[]): FieldRule[] =>
  names.map((name) => must(name, reference, { when: "a 200 to the same request would carry it" }));

/** Neither length nor framing where no content can follow. */
const unframed: readonly ForbiddenField[] = [
  mustNot("Content-Length", "RFC 9110 §8.6"),
  mustNot("Transfer-Encoding", "RFC 9112 §6.1"),
];

/** “No further action is required” asks for nothing. */
const nothingToDo: readonly string[] = ["no further action", "no action"];

/** Complaints about a value that a project may answer with 400 or with 422. */
const invalidValue: readonly string[] = [
  "validation failed", "validation error", "validation errors", "failed validation", "is required", "are required",
  "must be a valid", "must be valid", "must be a string", "must be a number", "must be an integer",
  "must be a boolean", "must be an array", "must be an object", "must be an email", "must be a date",
  "must be a positive", "must be at least", "must be at most", "must be between", "must be greater than",
  "must be less than", "must be one of", "must contain", "must not be empty", "must not be blank",
  "should not be empty", "cannot be empty", "can't be empty", "cannot be blank", "can't be blank",
  "is not allowed to be empty", "not allowed to be empty", "is too short", "is too long", "invalid email",
  "invalid email address", "invalid email format", "invalid phone number", "invalid url", "invalid date",
  "invalid input", "invalid format", "invalid value", "invalid data", "invalid id", "invalid parameter",
  "invalid parameters", "passwords do not match", "passwords don't match", "not a valid", "you must enter",
  "you must provide", "no file uploaded", "no file provided", "no files uploaded",
];

/** A file of an unwanted kind: 415 when it is the content itself, 400 or 422 when it is one part of a form. */
const unwantedFile: readonly string[] = [
  "unsupported file type", "file type not supported", "file type not allowed", "file type is not supported",
  "file type is not allowed", "invalid file type", "unsupported file format", "invalid file format",
];

/** Credentials that are refused as such (401), or as one value of a form (400, 422). */
const refusedCredentials: readonly string[] = [
  "token is required", "invalid password", "current password is incorrect", "old password is incorrect",
];

const rows: readonly Row[] = [
  // ---------------------------------------------------------------------------------------------- 1xx informational
  {
    code: 100, title: "Continue", reference: "RFC 9110 §15.2.1",
    meaning: "The head of the request looks acceptable; the client may go on and send the content.",
    useFor: "Answering `Expect: 100-continue` before a large upload; Node.js does it by itself.",
    notFor: "A final answer: the client would wait for one that never comes.",
    content: "forbidden", forbiddenFields: unframed,
  },
  {
    code: 101, title: "Switching Protocols", formerNames: ["Switching Protocol"], reference: "RFC 9110 §15.2.2",
    meaning: "The server agrees to speak the protocol named in Upgrade on this connection from now on.",
    useFor: "Completing a WebSocket handshake on HTTP/1.1.",
    notFor: "HTTP/2 and HTTP/3, which have no Upgrade, nor a fetch `Response`, which refuses it.",
    content: "forbidden", forbiddenFields: unframed,
    fields: [
      must("Upgrade", "RFC 9110 §15.2.2, §7.8"),
      must("Connection", "RFC 9110 §7.8", { holds: "the option `upgrade`" }),
    ],
    words: ["switching protocols"],
  },
  {
    code: 102, title: "Processing", reference: "RFC 2518 §10.1", status: "deprecated",
    meaning: "A WebDAV server is still at work on a long request.",
    useFor: "Nothing new: RFC 4918 took it out of WebDAV.",
    notFor: "Telling that work goes on after the answer; that is 202.",
    content: "forbidden", forbiddenFields: unframed,
  },
  {
    code: 103, title: "Early Hints", formerNames: ["Checkpoint"], reference: "RFC 8297 §2",
    meaning: "Fields that the final response will probably carry, sent ahead so that preloading can start.",
    useFor: "`Link: rel=preload` while a page is still being rendered.",
    notFor: "A final answer, nor fields that must be certain.",
    content: "forbidden", forbiddenFields: unframed,
    fields: [ought("Link", "RFC 8297 §2")],
    names: { nest: "EARLYHINTS" },
  },
  {
    code: 104, title: "Upload Resumption Supported",
    reference: "draft-ietf-httpbis-resumable-upload", status: "temporary",
    meaning: "The upload can be resumed if it breaks off; later ones tell how far it has come.",
    useFor: "Trying the resumable uploads of the draft.",
    notFor: "Anything that must keep working: the registration is temporary.",
    content: "forbidden", forbiddenFields: unframed,
    fields: [
      must("Location", "draft-ietf-httpbis-resumable-upload", { when: "it announces the upload resource" }),
      may("Upload-Offset", "draft-ietf-httpbis-resumable-upload", { when: "it tells progress" }),
    ],
    names: { statusCodes: null, httpStatus: null, nest: null, axios: null, http2: null },
  },

  // ---------------------------------------------------------------------------------------------------- 2xx success
  {
    code: 200, title: "OK", reference: "RFC 9110 §15.3.1",
    meaning: "The request succeeded, and the content is what its method asks for.",
    useFor: "A representation that was read, or the outcome of an action.",
    notFor: "Carrying an error in its content, a creation (201), or an answer with nothing to say (204).",
    cacheable: true,
    fields: [
      should("ETag", "RFC 9110 §15.3.1", { when: "the method is GET or HEAD and a validator is at hand" }),
      should("Last-Modified", "RFC 9110 §15.3.1", { when: "the method is GET or HEAD and the date is known" }),
    ],
  },
  {
    code: 201, title: "Created", reference: "RFC 9110 §15.3.2",
    meaning: "The request made a new resource, named by Location or else by the target URI.",
    useFor: "A POST that adds to a collection, or a PUT that creates its target.",
    notFor: "GET and DELETE, nor an update that creates nothing.",
    content: "allowed",
    fields: [
      should("Location", "RFC 9110 §9.3.3", { when: "a POST created the resource" }),
      may("ETag", "RFC 9110 §15.3.2"),
    ],
    words: ["created successfully", "successfully created", "registered successfully", "successfully registered"],
    weakWords: ["has been created", "was created"],
    excludingWords: ["not created", "already"],
  },
  {
    code: 202, title: "Accepted", reference: "RFC 9110 §15.3.3",
    meaning: "The request was taken in, but the work is not done yet and may still fail.",
    useFor: "Work that goes to a queue, with a resource where its progress can be watched.",
    notFor: "Work that is finished when the answer goes out.",
    fields: [
      ought("Location", "RFC 9110 §15.3.3", { when: "a status monitor exists" }),
      ought("Retry-After", "RFC 9110 §10.2.3", { when: "polling makes sense" }),
    ],
    words: ["accepted for processing", "queued for processing"],
    weakWords: [
      "queued", "scheduled", "in progress", "job queued", "has been scheduled", "processing started",
      "request accepted",
    ],
  },
  {
    code: 203, title: "Non-Authoritative Information", reference: "RFC 9110 §15.3.4",
    meaning: "It succeeded, but a proxy on the way changed what the origin server had sent with 200.",
    useFor: "A proxy that transforms content.",
    notFor: "An origin server, however unsure it is of its data.",
    cacheable: true,
  },
  {
    code: 204, title: "No Content", reference: "RFC 9110 §15.3.5",
    meaning: "It succeeded, and there is nothing to send beyond the fields.",
    useFor: "A DELETE, PUT or PATCH whose outcome needs no words.",
    notFor: "An answer that carries a message: nobody will ever read it.",
    content: "forbidden", forbiddenFields: unframed, cacheable: true,
    fields: [may("ETag", "RFC 9110 §15.3.5", { when: "a PUT stored a new representation" })],
  },
  {
    code: 205, title: "Reset Content", reference: "RFC 9110 §15.3.6",
    meaning: "It succeeded, and the client should clear the form that it sent.",
    useFor: "A form for entering one record after another.",
    notFor: "Programs: almost no client does anything with it.",
    content: "forbidden",
  },
  {
    code: 206, title: "Partial Content", reference: "RFC 9110 §15.3.7",
    meaning: "The content is the part, or the parts, that the Range field of a GET asked for.",
    useFor: "Resumed downloads and seeking in media.",
    notFor: "Pages of a list, nor a request without Range.",
    cacheable: true,
    fields: [
      must("Content-Range", "RFC 9110 §15.3.7.1", { when: "one part is sent" }),
      must("Content-Type", "RFC 9110 §15.3.7.2", { when: "several parts are sent", holds: "`multipart/byteranges`" }),
      ...asIn200("RFC 9110 §15.3.7", "Date", "Cache-Control", "ETag", "Expires", "Content-Location", "Vary"),
    ],
    forbiddenFields: [mustNot("Content-Range", "RFC 9110 §15.3.7.2", { when: "several parts are sent" })],
  },
  {
    code: 207, title: "Multi-Status", reference: "RFC 4918 §11.1, §13",
    meaning: "The content tells a status for each of several operations.",
    useFor: "WebDAV, and a batch whose items may fail one by one.",
    notFor: "A single operation, nor hiding that all of them failed.",
    weakWords: ["partial success", "partially succeeded"],
  },
  {
    code: 208, title: "Already Reported", reference: "RFC 5842 §7.1",
    meaning: "Inside a 207: the members of this binding were listed before.",
    useFor: "WebDAV bindings, within the multi-status content.",
    notFor: "The status of a response, nor for something that exists already (409).",
    content: "allowed",
    names: { statusCodes: null },
  },
  {
    code: 226, title: "IM Used", reference: "RFC 3229 §10.4.1",
    meaning: "The content is the outcome of manipulations, such as a delta, that the client asked for with A-IM.",
    useFor: "Delta encoding, where both sides speak it.",
    notFor: "Partial updates or compressed content.",
    fields: [belongs("IM", "RFC 3229 §10.5.2")],
    names: { statusCodes: null, nest: null },
  },

  // ------------------------------------------------------------------------------------------------ 3xx redirection
  {
    code: 300, title: "Multiple Choices", formerNames: ["Ambiguous"], reference: "RFC 9110 §15.4.1",
    meaning: "The resource has several representations, and the client may choose one.",
    useFor: "Listing formats or languages when the server leaves the choice to the client.",
    notFor: "Sending the client to one place.",
    cacheable: true,
    fields: [should("Location", "RFC 9110 §15.4.1", { when: "the server prefers one of them" })],
    names: { nest: "AMBIGUOUS" },
  },
  {
    code: 301, title: "Moved Permanently", reference: "RFC 9110 §15.4.2",
    meaning: "The resource has a new URI for good; a client may turn POST into GET on the way.",
    useFor: "Renamed pages, http to https, a change of host.",
    notFor: "Anything temporary, since caches keep it, nor a POST that must stay one (308).",
    content: "allowed", cacheable: true, keepsMethod: false, permanent: true,
    fields: [should("Location", "RFC 9110 §15.4.2")],
    words: ["moved permanently", "permanently moved"],
  },
  {
    code: 302, title: "Found", formerNames: ["Moved Temporarily"], reference: "RFC 9110 §15.4.3",
    meaning: "The resource is elsewhere for now; a client may turn POST into GET on the way.",
    useFor: "A temporary detour of a page, such as to the login form.",
    notFor: "The page after a form (303), a method that must stay (307), a move for good (301, 308).",
    content: "allowed", keepsMethod: false, permanent: false,
    fields: [should("Location", "RFC 9110 §15.4.3")],
    words: ["moved temporarily"],
    names: { statusCodes: "MOVED_TEMPORARILY" },
  },
  {
    code: 303, title: "See Other", reference: "RFC 9110 §15.4.4",
    meaning: "The outcome stands at another URI, to be read with GET.",
    useFor: "The page that follows a form, after any method.",
    notFor: "A resource that moved.",
    content: "allowed", keepsMethod: false, permanent: false,
    fields: [belongs("Location", "RFC 9110 §15.4.4")],
    weakWords: ["see other"],
  },
  {
    code: 304, title: "Not Modified", reference: "RFC 9110 §15.4.5",
    meaning: "The copy that the client holds is still good.",
    useFor: "A GET or HEAD whose If-None-Match or If-Modified-Since shows that nothing changed.",
    notFor: "A request without a condition, other methods (412), nor an update that changed nothing.",
    content: "forbidden",
    fields: asIn200("RFC 9110 §15.4.5", "Content-Location", "Date", "ETag", "Vary", "Cache-Control", "Expires"),
    forbiddenFields: ["Content-Type", "Content-Encoding", "Content-Language"].map((name) =>
      shouldNot(name, "RFC 9110 §15.4.5", { when: "it does not help a cache to update its copy" })),
    weakWords: ["not modified"],
  },
  {
    code: 305, title: "Use Proxy", reference: "RFC 9110 §15.4.6", status: "deprecated",
    meaning: "The resource had to be reached through a proxy.",
    useFor: "Nothing: it was a security risk.",
    notFor: "Any new code.",
    content: "allowed",
    names: { nest: null },
  },
  {
    code: 306, title: "(Unused)", formerNames: ["Switch Proxy"], reference: "RFC 9110 §15.4.7", status: "unused",
    meaning: "Reserved; an early draft used it.",
    useFor: "Nothing.",
    notFor: "Any code.",
    content: "allowed",
    names: { statusCodes: null, httpStatus: "SWITCH_PROXY", nest: null, axios: "Unused", http2: null },
  },
  {
    code: 307, title: "Temporary Redirect", reference: "RFC 9110 §15.4.8",
    meaning: "The resource is elsewhere for now, to be asked with the same method.",
    useFor: "A temporary move that must keep a POST a POST.",
    notFor: "The page after a form: the browser would send the form again (303).",
    content: "allowed", keepsMethod: true, permanent: false,
    fields: [should("Location", "RFC 9110 §15.4.8")],
    words: ["temporary redirect"],
    names: { next: "redirect" },
  },
  {
    code: 308, title: "Permanent Redirect", formerNames: ["Resume Incomplete"], reference: "RFC 9110 §15.4.9",
    meaning: "The resource has a new URI for good, to be asked with the same method.",
    useFor: "Moving an API endpoint that takes POST, PUT or DELETE.",
    notFor: "Anything temporary, since caches keep it.",
    content: "allowed", cacheable: true, keepsMethod: true, permanent: true,
    fields: [should("Location", "RFC 9110 §15.4.9")],
    words: ["permanent redirect"],
    names: { next: "permanentRedirect" },
  },

  // ----------------------------------------------------------------------------------------------- 4xx client error
  {
    code: 400, title: "Bad Request", reference: "RFC 9110 §15.5.1",
    meaning: "The request is faulty, so the server will not process it.",
    useFor: "Malformed JSON, a missing or invalid parameter, and any client error that has no code of its own.",
    notFor: "Something unknown (404), missing credentials (401), a duplicate (409), or the server's failure (500).",
    words: [
      "bad request", "malformed", "invalid json", "invalid request", "invalid request body", "invalid body",
      "invalid payload", "missing required", "missing parameter", "missing parameters", "missing field",
      "missing fields", "missing request", "invalid query parameter", "unexpected token in json",
    ],
    sharedWords: [...invalidValue, ...unwantedFile, ...refusedCredentials],
    weakWords: ["invalid", "please provide", "please fill"],
    excludingWords: nothingToDo,
    names: { nestException: "BadRequestException", trpc: ["BAD_REQUEST", "PARSE_ERROR"] },
  },
  {
    code: 401, title: "Unauthorized", reference: "RFC 9110 §15.5.2",
    meaning: "The request lacks valid credentials: the server does not know who asks.",
    useFor: "A missing, expired or wrong token, a failed login.",
    notFor: "A known caller without the right (403).",
    fields: [must("WWW-Authenticate", "RFC 9110 §15.5.2, §11.6.1", { holds: "at least one challenge" })],
    retry: { request: "changed", when: "with new credentials" },
    words: [
      "not authenticated", "unauthenticated", "authentication required", "authentication is required",
      "authentication failed", "authorization is required", "authorization token is required", "login is required",
      "not logged in", "must be logged in", "must log in", "need to log in", "need to be logged in",
      "please log in to", "please log in first", "please login to", "please login first", "login required",
      "must sign in", "invalid credentials", "bad credentials", "wrong credentials", "incorrect credentials",
      "invalid login", "incorrect password", "wrong password", "invalid username or password",
      "invalid email or password", "incorrect email or password", "incorrect username or password",
      "wrong email or password", "missing token", "no token provided", "token not provided", "token is missing",
      "token expired", "token has expired", "jwt expired", "jwt malformed", "token malformed", "invalid access token",
      "invalid bearer token", "access token required", "access token is required", "missing authorization header",
      "no authorization header", "authorization header missing", "authorization header is missing",
      "authorization header is required", "invalid api key", "missing api key", "api key is required",
      "api key is missing", "session expired", "session has expired", "invalid authentication",
    ],
    sharedWords: ["unauthorized", "unauthorised", "not authorized", "not authorised", ...refusedCredentials],
    weakWords: ["invalid token", "invalid or expired token", "please log in", "please login", "please sign in"],
    excludingWords: [
      "reset token", "verification token", "confirmation token", "invite token", "invitation token", "unsubscribe",
      "csrf", "device token", "push token", "reset your password", "different token", "token type", "successful", "successfully",
    ],
    names: { nestException: "UnauthorizedException", trpc: "UNAUTHORIZED", next: "unauthorized" },
  },
  {
    code: 402, title: "Payment Required", reference: "RFC 9110 §15.5.3",
    meaning: "Reserved for the future; in practice a payment is missing or failed.",
    useFor: "A declined card or an unpaid plan, where your API documents it so.",
    notFor: "Payments that are invalid as requests (400, 422).",
    words: ["payment required", "payment is required", "payment failed", "card was declined", "card declined"],
    weakWords: [
      "subscription required", "subscription expired", "upgrade your plan", "insufficient credits",
      "trial has expired",
    ],
    names: { trpc: "PAYMENT_REQUIRED" },
  },
  {
    code: 403, title: "Forbidden", reference: "RFC 9110 §15.5.4",
    meaning: "The server understood and refuses; the caller has not the right, and asking again will not help.",
    useFor: "A known caller without the role, not the owner, or blocked; a failed CSRF check.",
    notFor: "Missing credentials (401). Where even the existence is secret, 404 may stand for it.",
    words: [
      "forbidden", "permission denied", "access denied", "access forbidden", "not allowed to",
      "insufficient permission", "insufficient permissions", "insufficient privileges", "insufficient scope",
      "insufficient rights", "insufficient role", "role is required", "role required", "permission is required",
      "permissions are required", "not authorized to", "not authorised to", "do not have permission",
      "don't have permission", "does not have permission", "doesn't have permission", "no permission",
      "do not have access", "don't have access", "does not have access", "not permitted to", "admin only",
      "admins only", "requires admin", "admin access required", "must be an admin", "must be a member",
      "must be the owner", "not the owner", "missing required admin role", "account is suspended",
      "account has been suspended", "account is disabled", "account disabled", "account is banned",
      "have been banned", "invalid csrf token", "csrf token mismatch",
    ],
    sharedWords: [
      "unauthorized", "unauthorised", "not authorized", "not authorised", "account is locked", "account locked",
    ],
    excludingWords: [
      "method not allowed", "file type not allowed", "mime type not allowed", "origin not allowed",
      "not allowed to be", "successfully",
    ],
    names: { nestException: "ForbiddenException", trpc: "FORBIDDEN", next: "forbidden" },
  },
  {
    code: 404, title: "Not Found", reference: "RFC 9110 §15.5.5",
    meaning: "Nothing was found at this URI, or the server does not want to say that something is there.",
    useFor: "An unknown id in the path, an unknown route.",
    notFor: "An empty list (200), a missing parameter (400), or a thing that only the content names (400, 422).",
    cacheable: true,
    words: [
      "not found", "does not exist", "doesn't exist", "do not exist", "don't exist", "could not be found",
      "couldn't be found", "cannot be found", "couldn't find", "could not find", "cannot find", "can't find",
      "can not find", "unable to find", "unable to locate", "could not locate", "no such", "no longer exists",
      "unknown route", "no user found", "no account found", "no record found",
    ],
    weakWords: ["nothing found", "not exist", "not exists", "does not exists"],
    excludingWords: [
      "api key not found", "environment variable", "env var", "config", "configuration", "header not found",
      "field not found in request", "required field", "parameter not found", "module not found", "command not found",
      "or already", "not found or expired", "if not exists", "skipping", "skipped", "ignoring", "ignored",
    ],
    names: { nestException: "NotFoundException", trpc: "NOT_FOUND", next: "notFound" },
  },
  {
    code: 405, title: "Method Not Allowed", reference: "RFC 9110 §15.5.6",
    meaning: "The server knows the method, but this resource does not take it.",
    useFor: "A POST to something that can only be read.",
    notFor: "A caller without the right (403), or a method that the whole server lacks (501).",
    cacheable: true,
    fields: [must("Allow", "RFC 9110 §15.5.6, §10.2.1", { holds: "the methods that work, if any" })],
    words: [
      "method not allowed", "method is not allowed", "method not supported", "http method not supported",
      "only post requests", "only get requests", "only post is allowed", "only get is allowed",
    ],
    excludingWords: [
      "payment method", "shipping method", "delivery method", "authentication method", "login method",
      "signing method",
    ],
    names: { nestException: "MethodNotAllowedException", trpc: "METHOD_NOT_SUPPORTED" },
  },
  {
    code: 406, title: "Not Acceptable", formerNames: ["Unacceptable"], reference: "RFC 9110 §15.5.7",
    meaning: "No representation fits the Accept fields of the request, and the server will not choose one itself.",
    useFor: "Content negotiation that fails.",
    notFor: "Input that the server does not accept (400, 415, 422).",
    weakWords: ["not acceptable"],
    names: { nestException: "NotAcceptableException" },
  },
  {
    code: 407, title: "Proxy Authentication Required", reference: "RFC 9110 §15.5.8",
    meaning: "A proxy on the way wants credentials.",
    useFor: "A proxy.",
    notFor: "An origin server (401).",
    fields: [must("Proxy-Authenticate", "RFC 9110 §15.5.8, §11.7.1", { holds: "at least one challenge" })],
    retry: { request: "changed", when: "with credentials for the proxy" },
    words: ["proxy authentication required"],
    names: { boom: "proxyAuthRequired" },
  },
  {
    code: 408, title: "Request Timeout", formerNames: ["Request Time-out"], reference: "RFC 9110 §15.5.9",
    meaning: "The client took too long to send its request.",
    useFor: "A request whose content stops coming.",
    notFor: "Slow work of the server (503) or of another service (504).",
    retry: { request: "same", when: "at once, on a new connection" },
    words: ["client timeout"],
    sharedWords: ["request timeout", "request timed out"],
    names: { boom: "clientTimeout", nestException: "RequestTimeoutException", trpc: "TIMEOUT" },
  },
  {
    code: 409, title: "Conflict", reference: "RFC 9110 §15.5.10",
    meaning: "The request clashes with the current state of the resource; the user may be able to resolve it.",
    useFor: "A duplicate, or an edit of an outdated version.",
    notFor: "Input that is wrong whatever the state (400, 422), or a failed If-Match (412).",
    retry: { request: "changed", when: "after the conflict is resolved" },
    words: [
      "already exists", "already exist", "already registered", "already been registered", "already taken",
      "already been taken", "already in use", "username is taken", "email is taken", "name is taken", "duplicate key",
      "duplicate entry", "duplicate email", "duplicate username", "duplicate name", "duplicate value",
      "duplicate record", "unique constraint", "must be unique", "edit conflict", "version conflict",
      "write conflict", "has been modified by another", "concurrent modification", "concurrent update",
    ],
    weakWords: [
      "conflict", "conflicts with", "already", "already been used", "duplicate", "is taken", "version mismatch",
    ],
    excludingWords: ["already deleted", "already been deleted", "already removed", "already been removed", "already logged"],
    names: { nestException: "ConflictException", trpc: "CONFLICT" },
  },
  {
    code: 410, title: "Gone", reference: "RFC 9110 §15.5.11",
    meaning: "The resource was here once and is gone for good.",
    useFor: "Retired API versions, expired offers, deleted content that links should forget.",
    notFor: "Something that never was, or may come back (404).",
    cacheable: true,
    words: ["permanently deleted", "permanently removed", "this api version has been removed"],
    weakWords: ["no longer available", "link has expired", "has been permanently"],
    excludingWords: ["successfully"],
    names: { boom: "resourceGone", nestException: "GoneException" },
  },
  {
    code: 411, title: "Length Required", reference: "RFC 9110 §15.5.12",
    meaning: "The server wants to know the length of the content beforehand.",
    useFor: "Refusing an upload without Content-Length.",
    notFor: "A text that is too short or too long (400, 422).",
    retry: { request: "changed", when: "with Content-Length" },
    words: ["length required", "content length required", "missing content length"],
  },
  {
    code: 412, title: "Precondition Failed", reference: "RFC 9110 §15.5.13",
    meaning: "A condition in the request fields, such as If-Match, turned out false.",
    useFor: "Preventing lost updates, when the version that the client knows is outdated.",
    notFor: "Conditions of the business, on a request without a conditional field (409, 422).",
    retry: { request: "changed", when: "with a fresh validator" },
    words: ["precondition failed", "etag mismatch", "etag does not match"],
    weakWords: ["if match", "if unmodified since"],
    names: { nestException: "PreconditionFailedException", trpc: "PRECONDITION_FAILED" },
  },
  {
    code: 413, title: "Content Too Large",
    formerNames: ["Payload Too Large", "Request Entity Too Large", "Request Too Long"], reference: "RFC 9110 §15.5.14",
    meaning: "The content of the request is larger than the server will take.",
    useFor: "A file or a JSON document over the limit.",
    notFor: "A single field that is too long (400, 422), a long URI (414), large fields (431).",
    fields: [
      should("Retry-After", "RFC 9110 §15.5.14", { when: "the limit is temporary" }),
      may("Connection", "RFC 9110 §15.5.14", { when: "the server stops reading", holds: "`close`" }),
    ],
    words: [
      "content too large", "payload too large", "entity too large", "file too large", "file is too large",
      "file is too big", "file size too large", "request body too large", "request body is too large",
      "exceeds the maximum file size", "exceeds maximum upload size", "file exceeds the allowed size",
      "exceeds the size limit", "upload limit exceeded",
    ],
    names: {
      statusCodes: "REQUEST_TOO_LONG", httpStatus: "REQUEST_ENTITY_TOO_LARGE", nest: "PAYLOAD_TOO_LARGE",
      axios: ["ContentTooLarge", "PayloadTooLarge"], http2: "HTTP_STATUS_PAYLOAD_TOO_LARGE",
      httpErrors: "PayloadTooLarge", boom: "entityTooLarge", sensible: "payloadTooLarge",
      nestException: "PayloadTooLargeException", trpc: "PAYLOAD_TOO_LARGE",
    },
  },
  {
    code: 414, title: "URI Too Long", formerNames: ["Request-URI Too Long", "Request-URI Too Large"],
    reference: "RFC 9110 §15.5.15",
    meaning: "The URI of the request is longer than the server will read.",
    useFor: "A query that should have been sent as content.",
    notFor: "A URI that is sent as a value (400, 422).",
    cacheable: true,
    words: ["uri too long", "url too long", "uri is too long", "url is too long"],
    names: { statusCodes: "REQUEST_URI_TOO_LONG", httpStatus: "REQUEST_URI_TOO_LONG" },
  },
  {
    code: 415, title: "Unsupported Media Type", reference: "RFC 9110 §15.5.16",
    meaning: "The content comes in a format or coding that this resource does not read.",
    useFor: "A Content-Type or Content-Encoding that the endpoint does not take.",
    notFor: "A format that the client wants back (406), or a bad file inside a form that was read (400, 422).",
    fields: [
      may("Accept", "RFC 9110 §15.5.16", { when: "the media type was the cause" }),
      ought("Accept-Encoding", "RFC 9110 §15.5.16, §12.5.3", { when: "the content coding was the cause" }),
      should("Accept-Patch", "RFC 5789 §2.2", { when: "the method is PATCH" }),
    ],
    words: [
      "unsupported media type", "unsupported content type", "content type must be", "content type not supported",
      "invalid content type",
    ],
    sharedWords: unwantedFile,
    names: { nestException: "UnsupportedMediaTypeException", trpc: "UNSUPPORTED_MEDIA_TYPE" },
  },
  {
    code: 416, title: "Range Not Satisfiable", formerNames: ["Requested Range Not Satisfiable"],
    reference: "RFC 9110 §15.5.17",
    meaning: "None of the ranges asked for lies within the representation.",
    useFor: "A Range field past the end of a file.",
    notFor: "A page, date or price that is out of range (400, 404, 422).",
    fields: [
      should("Content-Range", "RFC 9110 §15.5.17, §14.4", { when: "bytes were asked for", holds: "`bytes */length`" }),
    ],
    words: ["range not satisfiable"],
    weakWords: ["invalid range"],
    names: {
      statusCodes: "REQUESTED_RANGE_NOT_SATISFIABLE", httpStatus: "REQUESTED_RANGE_NOT_SATISFIABLE",
      nest: "REQUESTED_RANGE_NOT_SATISFIABLE",
    },
  },
  {
    code: 417, title: "Expectation Failed", reference: "RFC 9110 §15.5.18",
    meaning: "The server cannot meet what the Expect field asks for.",
    useFor: "Refusing `Expect: 100-continue`.",
    notFor: "Expectations of the business, or a failed test.",
    retry: { request: "changed", when: "without the expectation" },
    words: ["expectation failed"],
  },
  {
    code: 418, title: "(Unused)", formerNames: ["I'm a teapot"], reference: "RFC 9110 §15.5.19", status: "unused",
    meaning: "Reserved, because an April fool's joke of 1998 (RFC 2324) spread too far to take it back.",
    useFor: "The joke.",
    notFor: "Anything that a client has to understand.",
    words: ["i'm a teapot", "i am a teapot"],
    names: {
      statusCodes: "IM_A_TEAPOT", httpStatus: "IM_A_TEAPOT", nest: "I_AM_A_TEAPOT", axios: "ImATeapot",
      http2: "HTTP_STATUS_TEAPOT", httpErrors: "ImATeapot", boom: "teapot", sensible: "imateapot",
      nestException: "ImATeapotException",
    },
  },
  {
    code: 421, title: "Misdirected Request", reference: "RFC 9110 §15.5.20",
    meaning: "This server cannot speak for the origin of the target URI.",
    useFor: "A reused HTTP/2 connection that carries a request for another host.",
    notFor: "A wrong path (404); a proxy must not send it.",
    retry: { request: "same", when: "over a different connection, whatever the method" },
    words: ["misdirected request"],
    names: { nest: "MISDIRECTED", boom: null, nestException: "MisdirectedException" },
  },
  {
    code: 422, title: "Unprocessable Content", formerNames: ["Unprocessable Entity"], reference: "RFC 9110 §15.5.21",
    meaning: "The format is right and the syntax too, but what it asks for makes no sense.",
    useFor: "Values that break a rule, where your API keeps 400 for what cannot be parsed.",
    notFor: "Malformed JSON (400), an unknown format (415), a clash with the current state (409).",
    words: ["unprocessable", "unprocessable entity", "unprocessable content", "semantic error"],
    sharedWords: [...invalidValue, ...unwantedFile, ...refusedCredentials],
    excludingWords: nothingToDo,
    names: {
      statusCodes: "UNPROCESSABLE_ENTITY", httpStatus: "UNPROCESSABLE_ENTITY", nest: "UNPROCESSABLE_ENTITY",
      axios: ["UnprocessableContent", "UnprocessableEntity"], http2: "HTTP_STATUS_UNPROCESSABLE_ENTITY",
      httpErrors: "UnprocessableEntity", boom: "badData", sensible: "unprocessableEntity",
      nestException: "UnprocessableEntityException", trpc: "UNPROCESSABLE_CONTENT",
    },
  },
  {
    code: 423, title: "Locked", reference: "RFC 4918 §11.3",
    meaning: "The resource is locked.",
    useFor: "WebDAV locks, or a document that someone else is editing.",
    notFor: "A locked account (403), or a wait for other requests (429, 503).",
    words: ["resource is locked", "is currently locked"],
    sharedWords: ["account is locked", "account locked"],
  },
  {
    code: 424, title: "Failed Dependency", formerNames: ["Method Failure"], reference: "RFC 4918 §11.4",
    meaning: "This part of the request failed because another part on which it rests failed.",
    useFor: "One item of a 207.",
    notFor: "Another service that fails (502, 503, 504).",
    words: ["failed dependency"],
  },
  {
    code: 425, title: "Too Early", formerNames: ["Unordered Collection"], reference: "RFC 8470 §5.2",
    meaning: "The request came in TLS early data, which could be a replay, and the server will not risk it.",
    useFor: "Servers that see early data or the field Early-Data.",
    notFor: "An action before its date (403, 409, 422).",
    retry: { request: "same", when: "outside early data" },
    weakWords: ["too early"],
    names: { statusCodes: null, nest: null },
  },
  {
    code: 426, title: "Upgrade Required", reference: "RFC 9110 §15.5.22",
    meaning: "The server wants another protocol on this connection first.",
    useFor: "Plain HTTP requests to a WebSocket endpoint.",
    notFor: "An outdated app (400, 403), or a paid plan (402, 403).",
    fields: [
      must("Upgrade", "RFC 9110 §15.5.22, §7.8"),
      must("Connection", "RFC 9110 §7.8", { when: "the response goes over HTTP/1.1", holds: "the option `upgrade`" }),
    ],
    retry: { request: "changed", when: "with the protocol upgraded" },
    weakWords: ["upgrade required"],
    names: { nest: null, boom: null },
  },
  {
    code: 428, title: "Precondition Required", reference: "RFC 6585 §3",
    meaning: "The server takes this request only with a condition, so that no update gets lost.",
    useFor: "A PUT or PATCH without If-Match.",
    notFor: "A condition that is there and false (412), or a missing parameter (400).",
    neverStored: true,
    retry: { request: "changed", when: "with If-Match" },
    words: ["precondition required", "if match required", "if match header is required"],
    names: { trpc: "PRECONDITION_REQUIRED" },
  },
  {
    code: 429, title: "Too Many Requests", formerNames: ["Enhance Your Calm"], reference: "RFC 6585 §4",
    meaning: "The client sent too many requests in a given time.",
    useFor: "Rate limits, too many login attempts.",
    notFor: "A server that is overloaded as a whole (503), or a quota that only money lifts (402, 403).",
    neverStored: true,
    fields: [may("Retry-After", "RFC 6585 §4")],
    retry: { request: "same", when: "after Retry-After" },
    words: [
      "too many requests", "too many attempts", "too many login attempts", "too many failed attempts",
      "too many failed login attempts", "rate limit exceeded", "rate limit reached", "rate limit hit", "rate limited",
      "exceeded the rate limit", "exceeded your rate limit", "request limit exceeded", "request limit reached",
      "throttled",
    ],
    weakWords: ["rate limit", "slow down", "quota exceeded"],
    excludingWords: ["rate limit infrastructure", "rate limiter unavailable"],
    names: { trpc: "TOO_MANY_REQUESTS" },
  },
  {
    code: 431, title: "Request Header Fields Too Large", reference: "RFC 6585 §5",
    meaning: "The fields of the request, or one of them, are too large.",
    useFor: "A cookie or a token that has grown too big.",
    notFor: "Large content (413).",
    neverStored: true,
    retry: { request: "changed", when: "with smaller fields" },
    words: ["header fields too large", "headers too large"],
    names: { nest: null, boom: null },
  },
  {
    code: 451, title: "Unavailable For Legal Reasons", reference: "RFC 7725 §3",
    meaning: "The server denies access because of a legal demand.",
    useFor: "Content that a court or a law takes down.",
    notFor: "The rules of your own house (403).",
    cacheable: true,
    fields: [should("Link", "RFC 7725 §4", { holds: 'who blocks, as `rel="blocked-by"`' })],
    words: [
      "unavailable for legal reasons", "legal reasons", "legal demand", "not available in your country",
      "blocked by court order",
    ],
    weakWords: ["dmca"],
    names: { nest: null, boom: "illegal" },
  },

  // ----------------------------------------------------------------------------------------------- 5xx server error
  {
    code: 500, title: "Internal Server Error", reference: "RFC 9110 §15.6.1",
    meaning: "Something that the server did not expect kept it from answering.",
    useFor: "A bug, or an error that nobody handled.",
    notFor: "Anything that the client got wrong (4xx), or a failure of another service (502, 503, 504).",
    words: [
      "internal server error", "internal error", "something went wrong", "unexpected error",
      "an unexpected error occurred", "unknown error", "an error occurred", "an error has occurred", "server error",
      "database error",
    ],
    names: {
      boom: ["internal", "badImplementation"], nestException: "InternalServerErrorException",
      trpc: "INTERNAL_SERVER_ERROR",
    },
  },
  {
    code: 501, title: "Not Implemented", reference: "RFC 9110 §15.6.2",
    meaning: "The server lacks what it takes to fulfil the request, typically the method itself.",
    useFor: "A method that no resource of the server knows, a stub.",
    notFor: "A method that only this resource refuses (405).",
    cacheable: true,
    words: ["not implemented", "not yet implemented"],
    weakWords: ["coming soon"],
    names: { nestException: "NotImplementedException", trpc: "NOT_IMPLEMENTED" },
  },
  {
    code: 502, title: "Bad Gateway", reference: "RFC 9110 §15.6.3",
    meaning: "A server further back gave an answer that makes no sense.",
    useFor: "An upstream API that fails or answers nonsense.",
    notFor: "Your own bugs (500), or an upstream that does not answer in time (504).",
    retry: { request: "same", when: "with growing pauses, if the method is idempotent" },
    words: [
      "bad gateway", "upstream error", "invalid response from upstream", "upstream service failed",
      "upstream request failed",
    ],
    names: { nestException: "BadGatewayException", trpc: "BAD_GATEWAY" },
  },
  {
    code: 503, title: "Service Unavailable", formerNames: ["Service Temporarily Unavailable"],
    reference: "RFC 9110 §15.6.4",
    meaning: "The server cannot answer now, for overload or maintenance, but soon will.",
    useFor: "Maintenance, a database that is down, a server that is still starting.",
    notFor: "One client that asks too often (429), or a bug (500).",
    fields: [may("Retry-After", "RFC 9110 §15.6.4, §10.2.3")],
    retry: { request: "same", when: "after Retry-After, or else with growing pauses" },
    words: [
      "service unavailable", "service is unavailable", "service temporarily unavailable", "temporarily unavailable",
      "under maintenance", "down for maintenance", "server is overloaded", "server is busy", "server is shutting down",
    ],
    weakWords: ["try again later", "not ready", "maintenance mode", "overloaded", "shutting down"],
    names: { boom: "serverUnavailable", nestException: "ServiceUnavailableException", trpc: "SERVICE_UNAVAILABLE" },
  },
  {
    code: 504, title: "Gateway Timeout", formerNames: ["Gateway Time-out"], reference: "RFC 9110 §15.6.5",
    meaning: "A server further back did not answer in time.",
    useFor: "An upstream API that times out.",
    notFor: "A client that is slow (408).",
    retry: { request: "same", when: "if the method is idempotent" },
    words: [
      "gateway timeout", "gateway timed out", "upstream timed out", "upstream timeout", "timed out waiting for",
    ],
    sharedWords: ["request timeout", "request timed out"],
    weakWords: ["timed out", "timeout"],
    names: { nestException: "GatewayTimeoutException", trpc: "GATEWAY_TIMEOUT" },
  },
  {
    code: 505, title: "HTTP Version Not Supported", reference: "RFC 9110 §15.6.6",
    meaning: "The server does not speak the major version of HTTP that was used.",
    useFor: "Servers and proxies that parse the protocol themselves.",
    notFor: "Versions of your API (404, 410).",
    words: ["http version not supported"],
    names: { boom: null, nestException: "HttpVersionNotSupportedException" },
  },
  {
    code: 506, title: "Variant Also Negotiates", reference: "RFC 2295 §8.1",
    meaning: "Transparent negotiation is configured in a circle: the chosen variant negotiates itself.",
    useFor: "Servers that implement RFC 2295.",
    notFor: "Everyone else.",
    names: { statusCodes: null, nest: null, boom: null },
  },
  {
    code: 507, title: "Insufficient Storage", reference: "RFC 4918 §11.5",
    meaning: "The server has no room to store what the request needs; thought to be temporary.",
    useFor: "A full disk, a full mailbox.",
    notFor: "Content over a fixed limit (413).",
    retry: { request: "same", when: "only when the user asks for it again" },
    words: ["insufficient storage", "disk full", "out of disk space", "no space left"],
    names: { boom: null },
  },
  {
    code: 508, title: "Loop Detected", reference: "RFC 5842 §7.2",
    meaning: "The server ran into a circle of bindings under `Depth: infinity`.",
    useFor: "WebDAV bindings.",
    notFor: "Circles in your own data (409, 422, 500).",
    weakWords: ["loop detected"],
    names: { statusCodes: null, boom: null },
  },
  {
    code: 510, title: "Not Extended", reference: "RFC 2774 §7", status: "obsoleted",
    meaning: "The request lacked an extension that the server insisted on.",
    useFor: "Nothing: its RFC is historic.",
    notFor: "Any new code.",
    names: { statusCodes: null, nest: null, boom: null },
  },
  {
    code: 511, title: "Network Authentication Required", reference: "RFC 6585 §6",
    meaning: "The client has to log in to the network first.",
    useFor: "The captive portal of a wireless network.",
    notFor: "An origin server (401): it SHOULD NOT send it.",
    neverStored: true,
    words: ["network authentication required"],
    names: { nest: null, boom: null },
  },
];

const classes = ["informational", "success", "redirection", "client-error", "server-error"] as const;

/** The first digit is the class (RFC 9110 §15). */
export function classOf(code: number): StatusClass | undefined {
  return classes[Math.floor(code / 100) - 1];
}

/** Every registered code, in ascending order. */
export const statusCodes: readonly StatusCode[] = rows.map((row) => ({
  formerNames: [],
  status: "standard",
  content: "expected",
  fields: [],
  forbiddenFields: [],
  ...row,
  class: classOf(row.code) as StatusClass,
}));

/** Well-known codes without registration, in ascending order; the commonest usage first. */
export const unregisteredCodes: readonly UnregisteredCode[] = [
  { code: 122, usages: [{ title: "Request-URI Too Long", by: "Internet Explorer 7, inside", instead: 414 }] },
  {
    code: 210,
    usages: [{ title: "Content Different", by: "NestJS", instead: 200 }],
    names: { nest: "CONTENT_DIFFERENT" },
  },
  {
    code: 218,
    usages: [{ title: "This Is Fine", by: "Apache, to let error content through", instead: 200 }],
    names: { httpStatus: "THIS_IS_FINE" },
  },
  { code: 294, usages: [{ title: "Partial Success", by: "GraphQL over HTTP, a draft", instead: 200 }] },
  {
    code: 419,
    usages: [
      { title: "Page Expired", by: "Laravel, for a stale CSRF token", instead: 403 },
      { title: "Insufficient Space on Resource", by: "an early WebDAV draft", instead: 507 },
    ],
    names: { statusCodes: "INSUFFICIENT_SPACE_ON_RESOURCE", httpStatus: "PAGE_EXPIRED" },
  },
  {
    code: 420,
    usages: [
      { title: "Enhance Your Calm", by: "the first Twitter API", instead: 429 },
      { title: "Method Failure", by: "an early WebDAV draft", instead: 424 },
    ],
    names: { statusCodes: "METHOD_FAILURE", httpStatus: "ENHANCE_YOUR_CALM" },
  },
  { code: 430, usages: [{ title: "Security Rejection", by: "Shopify", instead: 429 }] },
  {
    code: 440,
    usages: [{ title: "Login Time-out", by: "Microsoft IIS", instead: 401 }],
    names: { httpStatus: "LOGIN_TIME_OUT" },
  },
  {
    code: 444,
    usages: [{ title: "No Response", by: "nginx, in its log: it closes the connection" }],
    names: { httpStatus: "NO_RESPONSE" },
  },
  {
    code: 449,
    usages: [{ title: "Retry With", by: "Microsoft IIS", instead: 400 }],
    names: { httpStatus: "RETRY_WITH" },
  },
  {
    code: 450,
    usages: [{ title: "Blocked by Windows Parental Controls", by: "Microsoft", instead: 403 }],
    names: { httpStatus: "BLOCKED_BY_WINDOWS_PARENTAL_CONTROLS" },
  },
  {
    code: 456,
    usages: [{ title: "Unrecoverable Error", by: "NestJS", instead: 500 }],
    names: { nest: "UNRECOVERABLE_ERROR" },
  },
  { code: 460, usages: [{ title: "Client Closed Connection", by: "the load balancers of AWS, in their log" }] },
  { code: 463, usages: [{ title: "Too Many Forwarded Addresses", by: "the load balancers of AWS", instead: 400 }] },
  { code: 464, usages: [{ title: "Incompatible Protocol Versions", by: "the load balancers of AWS", instead: 505 }] },
  {
    code: 494,
    usages: [{ title: "Request Header Too Large", by: "nginx", instead: 431 }],
    names: { httpStatus: "REQUEST_HEADER_TOO_LARGE" },
  },
  {
    code: 495,
    usages: [{ title: "SSL Certificate Error", by: "nginx", instead: 400 }],
    names: { httpStatus: "SSL_CERTIFICATE_ERROR" },
  },
  {
    code: 496,
    usages: [{ title: "SSL Certificate Required", by: "nginx", instead: 400 }],
    names: { httpStatus: "SSL_CERTIFICATE_REQUIRED" },
  },
  {
    code: 497,
    usages: [{ title: "HTTP Request Sent to HTTPS Port", by: "nginx", instead: 400 }],
    names: { httpStatus: "HTTP_REQUEST_SENT_TO_HTTPS_PORT" },
  },
  {
    code: 498,
    usages: [{ title: "Invalid Token", by: "Esri ArcGIS", instead: 401 }],
    names: { httpStatus: "INVALID_TOKEN" },
  },
  {
    code: 499,
    usages: [
      { title: "Client Closed Request", by: "nginx, in its log, and tRPC" },
      { title: "Token Required", by: "Esri ArcGIS", instead: 401 },
    ],
    names: { httpStatus: ["CLIENT_CLOSED_REQUEST", "TOKEN_REQUIRED"], trpc: "CLIENT_CLOSED_REQUEST" },
  },
  {
    code: 509,
    usages: [{ title: "Bandwidth Limit Exceeded", by: "Apache and cPanel; Node.js names it too", instead: 429 }],
    names: {
      httpStatus: "BANDWIDTH_LIMIT_EXCEEDED", http2: "HTTP_STATUS_BANDWIDTH_LIMIT_EXCEEDED",
      httpErrors: "BandwidthLimitExceeded", sensible: "bandwidthLimitExceeded",
    },
  },
  {
    code: 520,
    usages: [{ title: "Web Server Returned an Unknown Error", by: "Cloudflare", instead: 502 }],
    names: { httpStatus: "UNKNOWN_ERROR", axios: "WebServerReturnsAnUnknownError" },
  },
  {
    code: 521,
    usages: [{ title: "Web Server Is Down", by: "Cloudflare", instead: 503 }],
    names: { httpStatus: "WEB_SERVER_IS_DOWN", axios: "WebServerIsDown" },
  },
  {
    code: 522,
    usages: [{ title: "Connection Timed Out", by: "Cloudflare", instead: 504 }],
    names: { httpStatus: "CONNECTION_TIMED_OUT", axios: "ConnectionTimedOut" },
  },
  {
    code: 523,
    usages: [{ title: "Origin Is Unreachable", by: "Cloudflare", instead: 502 }],
    names: { httpStatus: "ORIGIN_IS_UNREACHABLE", axios: "OriginIsUnreachable" },
  },
  {
    code: 524,
    usages: [{ title: "A Timeout Occurred", by: "Cloudflare", instead: 504 }],
    names: { httpStatus: "A_TIMEOUT_OCCURRED", axios: "TimeoutOccurred" },
  },
  {
    code: 525,
    usages: [{ title: "SSL Handshake Failed", by: "Cloudflare", instead: 502 }],
    names: { httpStatus: "SSL_HANDSHAKE_FAILED", axios: "SslHandshakeFailed" },
  },
  {
    code: 526,
    usages: [{ title: "Invalid SSL Certificate", by: "Cloudflare and Cloud Foundry", instead: 502 }],
    names: { httpStatus: "INVALID_SSL_CERTIFICATE", axios: "InvalidSslCertificate" },
  },
  {
    code: 527,
    usages: [{ title: "Railgun Error", by: "Cloudflare, in the past", instead: 502 }],
    names: { httpStatus: "RAILGUN_ERROR" },
  },
  {
    code: 529,
    usages: [{ title: "Site Is Overloaded", by: "Qualys, and some APIs of language models", instead: 503 }],
  },
  {
    code: 530,
    usages: [
      { title: "Site Is Frozen", by: "Pantheon", instead: 503 },
      { title: "Origin Error", by: "Cloudflare, along with an error of its own 1xxx numbers", instead: 502 },
    ],
    names: { httpStatus: "SITE_IS_FROZEN" },
  },
  { code: 540, usages: [{ title: "Temporarily Disabled", by: "Shopify", instead: 503 }] },
  {
    code: 561,
    usages: [{ title: "Unauthorized by the Identity Provider", by: "the load balancers of AWS", instead: 401 }],
  },
  {
    code: 598,
    usages: [{ title: "Network Read Timeout Error", by: "some proxies", instead: 504 }],
    names: { httpStatus: "NETWORK_READ_TIMEOUT_ERROR" },
  },
  { code: 599, usages: [{ title: "Network Connect Timeout Error", by: "some proxies", instead: 504 }] },
  { code: 783, usages: [{ title: "Unexpected Token", by: "Shopify, beyond what HTTP allows", instead: 400 }] },
  { code: 999, usages: [{ title: "Request Denied", by: "LinkedIn, beyond what HTTP allows", instead: 403 }] },
];
