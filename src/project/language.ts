/** The parser that ESLint uses for a file, which is the one that reads the other files beside it. */

/** What a parser gives: syntax, and scopes if it knows of any. */
export interface Parsed {
  readonly ast: object;
  readonly scopeManager?: object | null | undefined;
}

export interface Parser {
  readonly parse?: (text: string, options: object) => object;
  readonly parseForESLint?: (text: string, options: object) => Parsed;
}

/** `languageOptions` of a rule's context. */
export interface Language {
  readonly parser?: Parser | undefined;
  readonly parserOptions?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * What the parser makes of a text; undefined where it cannot read it. No types are asked for, which would read the whole
 * program, and no lines and columns, since nothing is reported there.
 */
export function parsed(text: string, filePath: string, { parser, parserOptions = {} }: Language): Parsed | undefined {
  const options = {
    ...parserOptions, project: undefined, projectService: undefined, programs: undefined,
    ecmaVersion: "latest", filePath, range: true, loc: false, comment: false, tokens: false,
    sourceType: /^\s*(?:import|export)\b/m.test(text) ? "module" : "commonjs",
    ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(filePath) },
  };
  return attempt(parser, text, options);
}

/** A text that the parser refuses is unknown: ESLint itself reports the error in that file. */
function attempt(parser: Parser | undefined, text: string, options: object): Parsed | undefined {
  try {
    if (parser?.parseForESLint) return parser.parseForESLint(text, options);
    const ast = parser?.parse?.(text, options);
    return ast && { ast };
  } catch {
    return undefined;
  }
}
