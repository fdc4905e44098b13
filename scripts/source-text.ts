// What can be told of a source text without parsing it.

/** The place of the closing bracket for each opening one. */
export function pairsIn(text: string): readonly number[] {
  const ends: number[] = [];
  const open: number[] = [];
  for (const { 0: char, index } of text.matchAll(/[()[\]{}]/g)) {
    if (/[([{]/.test(char)) open.push(index);
    else {
      const start = open.pop();
      if (start !== undefined) ends[start] = index;
    }
  }
  return ends;
}

/** The text with comments and the insides of strings, templates and patterns blanked; every offset stays. */
export function withoutWords(source: string): string {
  const words = /\/\/[^\n]*|\/\*[^]*?\*\/|'(?:\\[^]|[^'\\\n])*'|"(?:\\[^]|[^"\\\n])*"|`(?:\\[^]|\$\{(?:[^{}`]|\{[^{}]*\}|`[^`]*`)*\}|[^`\\])*`|(?<=(?:[(,=:[!&|?{};]|\breturn|=>)\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/g;
  return source.replace(words, (word) => {
    const isComment = word.startsWith("//") || word.startsWith("/*");
    const inside = (isComment ? word : word.slice(1, -1)).replace(/[^\n]/g, " ");
    return isComment ? inside : `${word.charAt(0)}${inside}${word.charAt(0)}`;
  });
}

export const lineOf = (text: string, index: number): number => text.slice(0, index).split("\n").length;
