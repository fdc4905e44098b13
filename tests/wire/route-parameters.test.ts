/** Whether a request reaches a handler without a parameter of its route. */
import { describe, expect, it } from "vitest";
import { ask, PATIENCE } from "./client.ts";
import { express } from "./dialects.ts";

const program = (registration: string): string => `
const express = require("express");
const app = express();
const answer = (req, res) => res.status(req.params.id ? 200 : 400).end();
const router = express.Router();
${registration}
module.exports = app;
`;

const asked = async (registration: string, path: string, major: (typeof express.majors)[number]): Promise<number | undefined> => {
  const running = await express.run(program(registration), major);
  return (await ask(running.port, { path }, PATIENCE).finally(() => running.close())).status;
};

describe.each(express.majors)("express %s", { timeout: 3 * PATIENCE }, (major) => {
  it.each(["/users", "/users/", "/users//", "/users/%20", "/users/0"])("never where its own path has it: %s", async (path) => {
    expect(await asked(`app.get("/users/:id", answer);`, path, major)).not.toBe(400);
    expect(await asked(`router.get("/:id", answer); app.use("/users", router);`, path, major)).not.toBe(400);
  });

  it("always where only the mount has it", async () => {
    expect(await asked(`router.get("/posts", answer); app.use("/users/:id", router);`, "/users/7/posts", major)).toBe(400);
  });
});
