/** From the outcomes of one step of a walk to those of the next. */

/** Like `flatMap`, which costs more than most steps do: nearly every expression has one outcome, and then nothing is gathered. */
export function onward<From, To>(outcomes: readonly From[], step: (outcome: From) => To[]): To[] {
  const [only] = outcomes;
  return only !== undefined && outcomes.length === 1 ? step(only) : outcomes.flatMap(step);
}
