// Written by "npm run generate".
export { framework as "express" } from "./express.ts";
export { framework as "node-http" } from "./node-http.ts";
