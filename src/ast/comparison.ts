/** Comparisons of values that are known. */
import type { StaticValue } from "./static-value.ts";

/** The answer of a comparison of two values; undefined where they would be converted. */
export function compared(left: StaticValue, operator: string, right: StaticValue): boolean | undefined {
  switch (operator) {
    case "===":
      return left === right;
    case "!==":
      return left !== right;
    case "==":
    case "!=": {
      const areNothing = [left, right].map((value) => value === null || value === undefined);
      const isEqual = areNothing.includes(true) ? areNothing.every(Boolean) : typeof left === typeof right ? left === right : undefined;
      return isEqual === undefined ? undefined : isEqual === (operator === "==");
    }
    case "<":
    case "<=":
    case ">":
    case ">=":
      if (typeof left !== "number" || typeof right !== "number") return undefined;
      return operator === "<" ? left < right : operator === "<=" ? left <= right : operator === ">" ? left > right : left >= right;
    default:
      return undefined;
  }
}
