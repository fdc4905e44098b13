/**
 * Errors of well-known libraries, and what a server should answer when it catches one.
 *
 * Only errors that tell one thing are listed: a `MongoServerError` says nothing until its `code` is read.
 */

/** What happened, in the terms of the one who asked. */
export type ErrorCircumstance =
  | "missing" | "unauthenticated" | "forbidden" | "invalid" | "duplicate" | "limited" | "wrong-method" | "upstream"
  | "unexpected";

export interface KnownError {
  /** The class or its `name`, the literal of its `code`, or that of its `type`. */
  readonly name: string;
  readonly by: "class" | "code" | "type";
  readonly library: string;
  readonly circumstance: ErrorCircumstance;
  /** The code that it deserves; a convention of the project may prefer another for the same circumstance. */
  readonly code: number;
  /** What must be true besides. */
  readonly provided?: string;
  /** Whose doing that is: the error tells it only where something of the request was tried, or nothing. */
  readonly needs?: "request" | "no-request";
  /** The text of the request is broken, for which every project answers the code. */
  readonly isExact?: true;
}

type By = KnownError["by"];

function group(
  by: By, library: string, circumstance: ErrorCircumstance, code: number, names: string, provided?: string,
): readonly KnownError[] {
  return names.split(" ").map((name) => ({
    name, by, library, circumstance, code, ...(provided === undefined ? {} : { provided, ...needOf(provided) }),
  }));
}

const fromRequest = "what was read came from the request";
const pathFromRequest = "the path follows from the request";
const serverConnected = "the server was the one who connected";
const serverAborted = "a timeout of the server aborted it";
const serverChose = "the server chose whom to ask";

const needOf = (provided: string): Pick<KnownError, "needs"> =>
  provided === fromRequest || provided === pathFromRequest ? { needs: "request" }
    : [serverConnected, serverAborted, serverChose].includes(provided) ? { needs: "no-request" } : {};

const exact = (errors: readonly KnownError[]): readonly KnownError[] => errors.map((error) => ({ ...error, isExact: true }));

export const knownErrors: readonly KnownError[] = [
  // Validation
  ...group("class", "zod", "invalid", 400, "ZodError $ZodError"),
  ...group("class", "valibot", "invalid", 400, "ValiError"),
  ...group("class", "superstruct", "invalid", 400, "StructError"),
  ...group("class", "mongoose, joi, yup and others", "invalid", 400, "ValidationError"),
  ...group("class", "mongoose", "invalid", 400, "CastError", fromRequest),
  ...group("class", "bson", "invalid", 400, "BSONError BSONTypeError", fromRequest),
  ...group("code", "fastify", "invalid", 400,
    "FST_ERR_VALIDATION FST_ERR_CTP_EMPTY_JSON_BODY FST_ERR_CTP_INVALID_JSON_BODY"),

  // Content that cannot be read
  ...exact(group("class", "JSON.parse", "invalid", 400, "SyntaxError", fromRequest)),
  ...exact(group("class", "decodeURIComponent", "invalid", 400, "URIError", fromRequest)),
  ...exact(group("type", "body-parser", "invalid", 400, "entity.parse.failed request.aborted request.size.invalid")),
  ...group("type", "body-parser", "invalid", 413, "entity.too.large parameters.too.many"),
  ...group("type", "body-parser", "invalid", 415, "encoding.unsupported charset.unsupported"),
  ...group("type", "body-parser", "forbidden", 403, "entity.verify.failed"),
  ...group("code", "fastify", "invalid", 413, "FST_ERR_CTP_BODY_TOO_LARGE FST_REQ_FILE_TOO_LARGE"),
  ...group("code", "fastify", "invalid", 415, "FST_ERR_CTP_INVALID_MEDIA_TYPE"),
  ...group("class", "multer", "invalid", 400, "MulterError", "its code is not LIMIT_FILE_SIZE"),
  ...group("code", "multer", "invalid", 413, "LIMIT_FILE_SIZE"),
  ...group("code", "multer", "invalid", 400,
    "LIMIT_UNEXPECTED_FILE LIMIT_FILE_COUNT LIMIT_PART_COUNT LIMIT_FIELD_KEY LIMIT_FIELD_VALUE LIMIT_FIELD_COUNT"),

  // Credentials and rights
  ...group("class", "jsonwebtoken", "unauthenticated", 401, "JsonWebTokenError TokenExpiredError NotBeforeError"),
  ...group("class", "jose", "unauthenticated", 401,
    "JWTExpired JWTInvalid JWTClaimValidationFailed JWSInvalid JWSSignatureVerificationFailed"),
  ...group("code", "jose", "unauthenticated", 401,
    "ERR_JWT_EXPIRED ERR_JWT_INVALID ERR_JWT_CLAIM_VALIDATION_FAILED ERR_JWS_INVALID " +
    "ERR_JWS_SIGNATURE_VERIFICATION_FAILED"),
  ...group("class", "express-jwt", "unauthenticated", 401, "UnauthorizedError"),
  ...group("code", "@fastify/jwt", "unauthenticated", 401,
    "FST_JWT_NO_AUTHORIZATION_IN_HEADER FST_JWT_AUTHORIZATION_TOKEN_EXPIRED FST_JWT_AUTHORIZATION_TOKEN_INVALID"),
  ...group("code", "firebase-admin", "unauthenticated", 401, "auth/id-token-expired auth/id-token-revoked"),
  ...group("class", "@casl/ability", "forbidden", 403, "ForbiddenError"),
  ...group("code", "csurf, csrf-csrf", "forbidden", 403, "EBADCSRFTOKEN"),

  // Prisma
  ...group("code", "prisma", "duplicate", 409, "P2002"),
  ...group("code", "prisma", "missing", 404, "P2001 P2025"),
  ...group("code", "prisma", "invalid", 400, "P2000 P2006 P2011"),
  ...group("code", "prisma", "upstream", 503, "P1001 P1002 P2024"),

  // MongoDB
  ...group("code", "mongodb", "duplicate", 409, "11000 11001 E11000"),
  ...group("class", "mongoose", "missing", 404, "DocumentNotFoundError"),
  ...group("class", "mongoose", "duplicate", 409, "VersionError"),

  // SQL: SQLSTATE of PostgreSQL, symbols of MySQL and SQLite, and what mappers make of them
  ...group("code", "postgresql", "duplicate", 409, "23505"),
  ...group("code", "postgresql", "invalid", 400, "22P02 22001 22003 23502 23514", fromRequest),
  ...group("code", "mysql", "duplicate", 409, "ER_DUP_ENTRY"),
  ...group("code", "mysql", "invalid", 400, "ER_DATA_TOO_LONG", fromRequest),
  ...group("code", "sqlite", "duplicate", 409, "SQLITE_CONSTRAINT_UNIQUE SQLITE_CONSTRAINT_PRIMARYKEY"),
  ...group("code", "sqlite", "upstream", 503, "SQLITE_BUSY"),
  ...group("class", "sequelize", "duplicate", 409, "SequelizeUniqueConstraintError UniqueConstraintError"),
  ...group("class", "sequelize", "invalid", 400, "SequelizeValidationError"),
  ...group("class", "sequelize", "missing", 404, "SequelizeEmptyResultError EmptyResultError"),
  ...group("class", "sequelize", "upstream", 503, "SequelizeConnectionError SequelizeConnectionRefusedError"),
  ...group("class", "typeorm", "missing", 404, "EntityNotFoundError"),
  ...group("class", "objection, mikro-orm", "missing", 404, "NotFoundError"),
  ...group("class", "objection", "duplicate", 409, "UniqueViolationError"),
  ...group("class", "mikro-orm", "duplicate", 409, "UniqueConstraintViolationException"),

  // Storage and files
  ...group("class", "@aws-sdk/client-s3", "missing", 404, "NoSuchKey"),
  ...group("class", "@aws-sdk/client-dynamodb", "duplicate", 409, "ConditionalCheckFailedException"),
  ...group("code", "node:fs", "missing", 404, "ENOENT", pathFromRequest),
  ...group("code", "node:fs", "duplicate", 409, "EEXIST", pathFromRequest),
  ...group("code", "node:fs", "unexpected", 500, "EACCES EPERM"),
  ...group("code", "node:fs", "unexpected", 507, "ENOSPC"),

  // Limits
  ...group("class", "rate-limiter-flexible", "limited", 429, "RateLimiterRes"),

  // Other servers
  ...group("code", "node:net", "upstream", 502, "ECONNREFUSED ECONNRESET ENOTFOUND EAI_AGAIN EHOSTUNREACH", serverConnected),
  ...group("code", "node:net", "upstream", 504, "ETIMEDOUT ESOCKETTIMEDOUT", serverConnected),
  ...group("class", "fetch, AbortController", "upstream", 504, "AbortError", serverAborted),
  ...group("class", "AbortSignal.timeout, got, ky", "upstream", 504, "TimeoutError", serverChose),
  ...group("code", "undici", "upstream", 504, "UND_ERR_CONNECT_TIMEOUT UND_ERR_HEADERS_TIMEOUT UND_ERR_BODY_TIMEOUT", serverChose),
  ...group("code", "undici", "upstream", 502, "UND_ERR_SOCKET", serverChose),
  ...group("class", "axios", "upstream", 502, "AxiosError", serverChose),
  ...group("code", "axios", "upstream", 504, "ECONNABORTED", serverChose),
  ...group("code", "axios", "upstream", 502, "ERR_NETWORK ERR_BAD_RESPONSE", serverChose),
  ...group("class", "got, ky", "upstream", 502, "HTTPError", serverChose),
  ...group("class", "node-fetch", "upstream", 502, "FetchError", serverChose),
  ...group("class", "stripe", "invalid", 402, "StripeCardError"),
  ...group("class", "stripe", "invalid", 400, "StripeSignatureVerificationError"),
  ...group("class", "stripe", "upstream", 502, "StripeAPIError StripeConnectionError"),
];

let byName: ReadonlyMap<string, KnownError> | undefined;

/** The error of that class, `name`, `code` or `type`; numbers such as MongoDB's 11000 are codes as well. */
export function knownErrorOf(name: string | number): KnownError | undefined {
  byName ??= new Map(knownErrors.map((error) => [error.name, error]));
  return byName.get(String(name));
}
