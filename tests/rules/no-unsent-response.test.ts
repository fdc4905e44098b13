import { rule } from "../../src/rules/no-unsent-response.ts";
import { on, route, routeFile, silentRoutes } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

const handler = (statements: string, imports = ""): string => on('get("/users"', statements, imports);
const withErrors = (statements: string): string => handler(statements, ' import createError, { NotFound } from "http-errors"; import Boom from "@hapi/boom"; import { NotFoundException } from "@nestjs/common";');
const thrown = { tier: "choice", messageId: "send" } as const;

run(rule, {
  silent: {
    ...silentRoutes("GET", {
      "a response that is returned": "return NextResponse.json(users);",
      "a response that is kept": "const response = NextResponse.json(users); response.headers.set('x-total', '1'); return response;",
      "a response that is assigned": "let response; response = NextResponse.json(users); return response;",
      "a response that a function gets": "return withCors(NextResponse.json(users));",
      "a response of an arrow function": "const fail = () => NextResponse.json({ error: 'down' }, { status: 503 }); return fail();",
      "a response that is thrown": "throw Response.json({ error: 'down' }, { status: 503 });",
      "a redirect that throws": "if (!user) { redirect('/login'); } return NextResponse.json(user);",
      "an error that is thrown": "throw new NotFoundError();",
    }),
    "a word that throws by itself": { code: route("GET", "if (!user) { notFound(); } return NextResponse.json(user);", ' import { notFound } from "next/navigation";'), filename: routeFile },
    "an error that is thrown": withErrors("throw createError(404);"),
    "an error that is handed on": withErrors("next(createError(404));"),
    "an error that is returned": withErrors("return new NotFound();"),
    "an error that is content": withErrors("res.status(404).json(Boom.notFound().output.payload);"),
    "an error that is kept": withErrors("const error = createError(404); next(error);"),
    "an error that gets the response": handler("new ApiError(res, 404);"),
    "an error that gets next": handler("new ApiError(404, next);"),
    "an error that is told something": handler("new ApiError(404).send(res);"),
    "a class of another name": handler("new Session(req.id); res.json(user);"),
    "a call of another name": handler("createSession(req.id); res.json(user);"),
    "a function of the project that is called so": handler("createError(404); res.json(user);"),
    "an error outside of handlers": 'import createError from "http-errors"; createError(404);',
  },
  reports: {
    "a response in a statement": {
      code: route("GET", "if (!user) { NextResponse.json({ error: 'No such user' }, { status: 404 }); } return NextResponse.json(user);"), filename: routeFile,
      at: "NextResponse.json({ error: 'No such user' }, { status: 404 })", messageId: "response",
      cures: [{ tier: "choice", messageId: "return", output: route("GET", "if (!user) { return NextResponse.json({ error: 'No such user' }, { status: 404 }); } return NextResponse.json(user);") }],
    },
    "the only response": {
      code: route("GET", "new Response('Hello');"), filename: routeFile,
      at: "new Response('Hello')", messageId: "response",
      cures: [{ tier: "choice", messageId: "return", output: route("GET", "return new Response('Hello');") }],
    },
    "a response of a function of the file": {
      code: `const fail = (status) => Response.json({ error: "down" }, { status }); ${route("GET", "if (isDown) { fail(503); } return NextResponse.json(users);")}`, filename: routeFile,
      at: "fail(503)", messageId: "response",
      cures: [{ tier: "choice", messageId: "return", output: `const fail = (status) => Response.json({ error: "down" }, { status }); ${route("GET", "if (isDown) { return fail(503); } return NextResponse.json(users);")}` }],
    },
    "a response in a callback": {
      code: route("GET", "users.forEach((user) => { if (!user) { Response.error(); } }); return NextResponse.json(users);"), filename: routeFile,
      at: "Response.error()", messageId: "response",
    },
    "an error of a class": {
      code: handler("if (!user) { new NotFoundError('No such user'); } res.json(user);"),
      at: "new NotFoundError('No such user')", messageId: "error",
      cures: [{ ...thrown, output: handler("if (!user) { return next(new NotFoundError('No such user')); } res.json(user);") }],
    },
    "an error of a library": {
      code: withErrors("if (!user) { createError(404); } res.json(user);"),
      at: "createError(404)", messageId: "error",
      cures: [{ ...thrown, output: withErrors("if (!user) { return next(createError(404)); } res.json(user);") }],
    },
    "an error of a library, by its name": {
      code: withErrors("if (!user) { Boom.notFound('No such user'); } res.json(user);"),
      at: "Boom.notFound('No such user')", messageId: "error",
      cures: [{ ...thrown, output: withErrors("if (!user) { return next(Boom.notFound('No such user')); } res.json(user);") }],
    },
    "an exception in a route": {
      code: route("GET", "if (!user) { new NotFoundException(); } return NextResponse.json(user);"), filename: routeFile,
      at: "new NotFoundException()", messageId: "error",
      cures: [{ ...thrown, output: route("GET", "if (!user) { throw new NotFoundException(); } return NextResponse.json(user);") }],
    },
  },
});
