import { vi } from "vitest";
import { fetch } from "./dialects.ts";
import { cases } from "./fetch.cases.ts";
import { prove } from "./harness.ts";

// The server writes there what it answers 500 for.
vi.spyOn(console, "error").mockReturnValue();

prove(fetch, cases);
