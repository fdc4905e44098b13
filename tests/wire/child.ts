/** Runs one program in a process of its own, for programs that take their process down with them. */
import { portOf, serve } from "./program.ts";
import type { Program } from "./program.ts";

process.once("message", async (program: Program) => {
  process.send?.(portOf(await serve(program)));
});
process.once("disconnect", () => process.exit());
