/** The description of a project's API beside its code, as far as it tells which statuses are answered: OpenAPI as JSON. */
import { dirname, join } from "node:path";
import { isRecord, readObject } from "./json-files.ts";
import { keeping } from "./kept-files.ts";
import { projectRootOf } from "./package-json.ts";

/** Where tools write it, and people look for it. */
const folders = [".", "docs", "doc", "api", "openapi", "swagger", "spec", "public", "src"];
const names = ["openapi.json", "swagger.json", "swagger-output.json", "swagger_output.json"];
const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));

/** By the method and the end of the path, whatever the parameters are called. */
type Described = ReadonlyMap<string, ReadonlySet<number>>;

/** The statuses that the nearest project's description promises for a route; where only its end is described, that counts. */
export function describedStatuses(filename: string, method: string, route: string): readonly number[] {
  const known = describedAround(dirname(filename));
  if (known.length === 0) return [];
  for (const end of endsOf(segmentsOf(route))) {
    const found = known.flatMap((described) => [...described.get(`${method} ${end}`) ?? []]);
    if (found.length > 0) return found;
  }
  return [];
}

/** Descriptions are looked for again at most this often (milliseconds). */
const freshness = 1000;

const lately = new Map<string, { readonly at: number; readonly known: readonly Described[] }>();

function describedAround(folder: string): readonly Described[] {
  const now = Date.now();
  let found = lately.get(folder);
  if (!found || now - found.at >= freshness) {
    const root = projectRootOf(join(folder, "package.json"));
    lately.set(folder, found = { at: now, known: root === undefined ? [] : places.flatMap((place) => describedAt(join(root, place)) ?? []) });
  }
  return found.known;
}

const describedAt = keeping((path): Described | undefined => {
  const written = readObject(path);
  return written && isRecord(written["paths"]) ? statusesIn(written["paths"]) : undefined;
});

function statusesIn(paths: Record<string, unknown>): Described {
  const described = new Map<string, Set<number>>();
  for (const [path, operations] of Object.entries(paths)) {
    const ends = endsOf(segmentsOf(path));
    for (const [method, operation] of isRecord(operations) ? Object.entries(operations) : []) {
      const statuses = isRecord(operation) && isRecord(operation["responses"]) ? Object.keys(operation["responses"]).map(Number).filter(Number.isInteger) : [];
      for (const end of ends) {
        const key = `${method.toUpperCase()} ${end}`;
        described.set(key, new Set([...described.get(key) ?? [], ...statuses]));
      }
    }
  }
  return described;
}

/** `/users/:id` and `/users/{userId}` are one. */
const segmentsOf = (path: string): string[] => path.split("/").filter(Boolean).map((part) => (/^[:{]/.test(part) ? "{}" : part));

/** The path and what is left of it without the folders it is mounted under, as long as a word says what it is about. */
function endsOf(segments: readonly string[]): string[] {
  return segments.flatMap((_, index) => {
    const rest = segments.slice(index);
    return rest.some((part) => part !== "{}") && rest[0] !== "{}" ? [rest.join("/")] : [];
  });
}
