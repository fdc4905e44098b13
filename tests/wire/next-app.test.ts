import { nextApp } from "./dialects.ts";
import { prove } from "./harness.ts";
import { cases } from "./next-app.cases.ts";

prove(nextApp, cases);
