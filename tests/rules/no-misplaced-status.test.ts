import { rule } from "../../src/rules/no-misplaced-status.ts";
import { on, route, routeFile, server, silentRoutes } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

const handler = (statements: string): string => on('get("/users"', statements);
const title = { title: "404 Not Found" };
const moved = { title: "301 Moved Permanently" };
const in4 = { settings: { frameworks: { express: 4 } } };
const in5 = { settings: { frameworks: { express: 5 } } };
const put = (tier: "safe" | "evident" | "choice", output: string) => ({ tier, messageId: "put", output });

run(rule, {
  silent: {
    ...Object.fromEntries(Object.entries({
      "a status before the content": "res.status(404).json({ error: 'No such user' });",
      "a status for everything": "res.status(404); res.json({ error: 'No such user' });",
      "sendStatus": "res.sendStatus(404);",
      "statusCode": "res.statusCode = 404; res.end();",
      "a redirect with a status": "res.redirect(301, '/new');",
      "a redirect alone": "res.redirect('/new');",
      "a status that another path takes": "res.status(404); if (user.movedTo) { return res.redirect(user.movedTo); } res.end();",
      "a number that is no status": "res.json(42);",
      "a count": "res.send(1000);",
      "a value that only run time knows": "res.send(user.id);",
      "two values": "res.json(user, null);",
      "spaces for jsonp": "res.jsonp(user, 2);",
      "a word of another object": "user.status = 404; res.json(user);",
      "a status in the content": "res.json({ status: 404 });",
      "a word that is kept": "res.status = res.status; res.json(user);",
      "a word that is replaced": "res.status = (code) => { res.statusCode = code; return res; }; res.json(user);",
    }).flatMap(([name, statements]) => [4, 5].map((major) =>
      [`${name}, ${major}`, { code: handler(statements), settings: { frameworks: { express: major } } }]))),
    "a version that is not known": { code: handler("res.send(404);"), filename: "/nowhere/app.js" },
    ...silentRoutes("GET", {
      "a record": "return NextResponse.json(user, { status: 404 });",
      "a record that is made elsewhere": "return NextResponse.json(user, init);",
      "no record": "return NextResponse.json(user);",
      "another member": "return NextResponse.json(user, { headers: { 'x-code': '404' } });",
      "both": "return NextResponse.json(user, { status: 404, code: 404 });",
      "a member that is no status": "return NextResponse.json(user, { code: 7 });",
      "a redirect": "return Response.redirect(url, 301);",
    }),
  },
  reports: {
    "send of a number, 5": {
      code: handler("res.send(404);"), ...in5,
      at: "404", messageId: "content", data: title, cures: [put("choice", handler("res.sendStatus(404);"))],
    },
    "send of a number, 4": {
      code: handler("res.send(404);"), ...in4,
      at: "404", messageId: "old", data: title, cures: [put("safe", handler("res.sendStatus(404);"))],
    },
    "a status before the content, 5": {
      code: handler("res.json(404, { error: 'No such user' });"), ...in5,
      at: "404", messageId: "content", data: title, cures: [put("choice", handler("res.status(404).json({ error: 'No such user' });"))],
    },
    "a status before the content, 4": {
      code: handler("res.json(404, { error: 'No such user' });"), ...in4,
      at: "404", messageId: "old", data: title, cures: [put("safe", handler("res.status(404).json({ error: 'No such user' });"))],
    },
    "a status behind the content, 5": {
      code: handler("return res.send({ error: 'No such user' }, 404);"), ...in5,
      at: "404", messageId: "ignored", data: title, cures: [put("evident", handler("return res.status(404).send({ error: 'No such user' });"))],
    },
    "a status behind the content, 4": {
      code: handler("res.send({ error: 'No such user' }, 404);"), ...in4,
      at: "404", messageId: "old", data: title, cures: [put("safe", handler("res.status(404).send({ error: 'No such user' });"))],
    },
    "a constant": {
      code: on('get("/users"', "res.json(StatusCodes.NOT_FOUND, { error: 'No such user' });", ' import { StatusCodes } from "http-status-codes";'), ...in5,
      at: "StatusCodes.NOT_FOUND", messageId: "content", data: title,
      cures: [put("choice", on('get("/users"', "res.status(StatusCodes.NOT_FOUND).json({ error: 'No such user' });", ' import { StatusCodes } from "http-status-codes";'))],
    },
    "a redirect with its status last, 5": {
      code: handler("res.redirect('/new', 301);"), ...in5,
      at: "301", messageId: "throws", data: moved, cures: [put("evident", handler("res.redirect(301, '/new');"))],
    },
    "a redirect with its status last, 4": {
      code: handler("res.redirect('/new', 301);"), ...in4,
      at: "301", messageId: "old", data: moved, cures: [put("safe", handler("res.redirect(301, '/new');"))],
    },
    "a status before a redirect": {
      code: handler("res.status(301).redirect('/new');"),
      at: "301", messageId: "ignored", data: moved, cures: [put("evident", handler("res.redirect(301, '/new');"))],
    },
    "a failure before a redirect": {
      code: handler("res.status(401).redirect('/login');"),
      at: "401", messageId: "ignored", data: { title: "401 Unauthorized" },
      cures: [{ tier: "choice", messageId: "drop", output: handler("res.redirect('/login');") }],
    },
    "a status that is assigned": {
      code: handler("res.status = 404; res.json({ error: 'No such user' });"),
      at: "404", messageId: "ignored", data: title, cures: [put("evident", handler("res.statusCode = 404; res.json({ error: 'No such user' });"))],
    },
    "a status that is assigned in node:http": {
      code: server('res.status = 404; res.end("No such user");'),
      at: "404", messageId: "ignored", data: title, cures: [put("evident", server('res.statusCode = 404; res.end("No such user");'))],
    },
    "a statusCode that is called": {
      code: handler("res.statusCode(404); res.json({ error: 'No such user' });"),
      at: "404", messageId: "throws", data: title, cures: [put("evident", handler("res.status(404); res.json({ error: 'No such user' });"))],
    },
    "a status in the place of the record": {
      code: route("GET", "return NextResponse.json({ error: 'No such user' }, 404);"), filename: routeFile,
      at: "404", messageId: "throws", data: title, cures: [put("evident", route("GET", "return NextResponse.json({ error: 'No such user' }, { status: 404 });"))],
    },
    "a construction": {
      code: route("GET", "return new Response('No such user', 404);"), filename: routeFile,
      at: "404", messageId: "throws", data: title, cures: [put("evident", route("GET", "return new Response('No such user', { status: 404 });"))],
    },
    "another name in the record": {
      code: route("GET", "return NextResponse.json({ error: 'No such user' }, { statusCode: 404 });"), filename: routeFile,
      at: "404", messageId: "ignored", data: title, cures: [put("evident", route("GET", "return NextResponse.json({ error: 'No such user' }, { status: 404 });"))],
    },
    "a code in the record": {
      code: route("GET", "return Response.json({ error: 'No such user' }, { code: 404, headers });"), filename: routeFile,
      at: "404", messageId: "ignored", data: title, cures: [put("evident", route("GET", "return Response.json({ error: 'No such user' }, { status: 404, headers });"))],
    },
  },
});
