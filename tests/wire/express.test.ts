import { express } from "./dialects.ts";
import { cases } from "./express.cases.ts";
import { prove } from "./harness.ts";

prove(express, cases);
