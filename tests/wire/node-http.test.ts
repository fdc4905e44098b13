import { nodeHttp } from "./dialects.ts";
import { prove } from "./harness.ts";
import { cases } from "./node-http.cases.ts";

prove(nodeHttp, cases);
