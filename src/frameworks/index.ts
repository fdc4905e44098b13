// Written by "npm run generate".
export { framework as "express" } from "./express.ts";
export { framework as "fetch" } from "./fetch.ts";
export { framework as "next-app" } from "./next-app.ts";
export { framework as "next-pages" } from "./next-pages.ts";
export { framework as "node-http" } from "./node-http.ts";
