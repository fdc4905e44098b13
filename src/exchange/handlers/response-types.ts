/** What the type checker says of a parameter. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Bindings } from "../../ast/bindings.ts";
import { checkedType } from "../../ast/checked-types.ts";
import type { CheckedType } from "../../ast/checked-types.ts";
import type { Framework } from "../../frameworks/framework.ts";

/** No response comes from more types, one after the other. */
const deepest = 5;

/**
 * How far the type of a parameter is from the response of the framework: 0 if it is that, one more for each type that it comes
 * from, and Infinity if it is another. Undefined without a type checker, and where the type says nothing.
 */
export function checkedDistance(parameter: TSESTree.Node | undefined, { handlers: { types } }: Pick<Framework, "handlers">, bindings: Bindings): number | undefined {
  const type = parameter && checkedType(parameter, bindings);
  if (!type) return undefined;
  const responses = types.filter((known) => known.is === "response");
  const distanceOf = (one: CheckedType, distance = 0): number => {
    const files = one.symbol?.declarations?.map((declaration) => declaration.getSourceFile().fileName) ?? [];
    if (responses.some(({ name, packages }) => name === one.symbol?.name && files.some((file) => packages.some((source) => isOf(source, file))))) return distance;
    const others = distance < deepest ? [...(one.types ?? []), ...(one.getBaseTypes?.() ?? [])] : [];
    return Math.min(Infinity, ...others.map((other) => distanceOf(other, distance + 1)));
  };
  return distanceOf(type);
}

/** The file belongs to the package, or to the package of its types; modules of Node.js are declared together. */
const isOf = (source: string, file: string): boolean =>
  [`/node_modules/${source}/`, `/node_modules/@types/${source}/`].some((folder) => file.includes(folder))
  || (/^(?:node:)?https?2?$/.test(source) && /\/node_modules\/@types\/node\/https?2?\.d\.ts$/.test(file));
