import { describe, expect, it } from "vitest";
import { sourceHandedOn } from "../../src/project/handed-on.ts";

describe("a name that a module hands on", () => {
  it.each<[how: string, text: string]>([
    ["imported and exported", `import { User } from "./user.js";\nexport { User };`],
    ["among others, on many lines", `import {\n  Role,\n  User,\n} from './user.js';\nconst Users = [User];\nexport {\n  Users,\n  User,\n};`],
    ["in one statement", `export { Role, User } from "./user.js";`],
    ["beside names that only begin like it", `import { User } from "./user.js";\nimport { Users } from "./users.js";\nexport { User, Users };`],
  ])("%s", (_, text) => {
    expect(sourceHandedOn(text, "User")).toBe("./user.js");
  });
});

describe("only the syntax tells", () => {
  it.each<[how: string, text: string]>([
    ["a name of the module's own", `class User {}\nexport { User };`],
    ["a name that is imported and kept", `import { User } from "./user.js";\nexport { Users };`],
    ["a name that is exported elsewhere", `import { User } from "./user.js";\nexport const Users = [User];`],
    ["another name on the way in", `import { Account as User } from "./user.js";\nexport { User };`],
    ["another name on the way out", `import { Account } from "./user.js";\nexport { Account as User };`],
    ["a default", `import User from "./user.js";\nexport { User };`],
    ["a type", `import type { User } from "./user.js";\nexport type { User };`],
    ["a type among values", `import { type User } from "./user.js";\nexport { type User };`],
    ["everything of a module", `export * from "./user.js";`],
    ["an import that was taken back", `/*\nimport { User } from "./old.js";\n*/\nimport { User } from "./user.js";\nexport { User };`],
    ["an export that was taken back", `/*\nexport { User } from "./old.js";\n*/\nimport { User } from "./user.js";\nexport { User };`],
    ["an import for the module itself beside an export from another", `import { User } from "./old.js";\nexport { User } from "./user.js";`],
    ["CommonJS", `const { User } = require("./user");\nmodule.exports = { User };`],
    ["a line inside another", `  import { User } from "./user.js";\n  export { User };`],
  ])("%s", (_, text) => {
    expect(sourceHandedOn(text, "User")).toBeUndefined();
  });
});
