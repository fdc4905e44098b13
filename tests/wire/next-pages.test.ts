import { nextPages } from "./dialects.ts";
import { prove } from "./harness.ts";
import { cases } from "./next-pages.cases.ts";

prove(nextPages, cases);
