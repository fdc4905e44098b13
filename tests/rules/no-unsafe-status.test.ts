import { rule } from "../../src/rules/no-unsafe-status.ts";
import { on } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";

const handler = (statements: string): string => on('get("/users"', statements);
const caught = (statements: string, work = "res.json(await load());"): string => handler(`try { ${work} } catch (err) { ${statements} }`);
const errorHandler = (statements: string): string => `
  import express from "express";
  express().use((err, req, res, next) => { ${statements} });
`;
const everything = { options: { checkCodes: true, checkGivenErrors: true } };
const fallback = { tier: "choice", messageId: "fallback", data: { title: "500 Internal Server Error" } } as const;

const secured = {
  "a fallback": caught("res.status(err.status || 500).json({ error: err.message });"),
  "a fallback for null": caught("res.status(err.status ?? 500).json({ error: err.message });"),
  "two names, and a fallback": caught("res.status(err.status ?? err.statusCode ?? 500).json({ error: err.message });"),
  "a fallback under a name": caught("const status = err.status || 500; res.status(status).json({ error: err.message });"),
  "a default in a pattern": caught("const { status = 500, message } = err; res.status(status).json({ error: message });"),
  "a name that gets another value": caught("let { status } = err; status ??= 500; res.status(status).json({ error: err.message });"),
  "a choice": caught("res.status(err.status ? err.status : 500).json({ error: err.message });"),
  "a condition": caught("if (err.status) { return res.status(err.status).json({ error: err.message }); } next(err);"),
  "a condition on the class": caught("if (err instanceof HttpError) { return res.status(err.status).json({ error: err.message }); } next(err);"),
  "a condition on another member": caught("if (!err.response) { return next(err); } res.status(err.response.status).json({ error: err.message });"),
  "a condition that a function asks": caught("if (isHttpError(err)) { return res.status(err.status).json({ error: err.message }); } next(err);"),
  "an error that is prepared": caught("err.status = err.status || 500; res.status(err.status).json({ error: err.message });"),
  "an error that is given members": caught("Object.assign(err, { status: 500 }); res.status(err.status).json({ error: err.message });"),
  "a function that reads it": caught("res.status(statusOf(err)).json({ error: err.message });"),
  "an error made for the purpose": handler("const err = new Missing(); res.status(err.status).json({ error: err.message });"),
  "another error": caught("const failure = convert(err); res.status(failure.status).json({ error: failure.message });"),
  "an upstream response": handler("const answer = await fetch(url); res.status(answer.status).json(await answer.json());"),
  "a result": handler("const result = await users.load(); res.status(result.status).json(result.content);"),
  "another member": caught("res.status(err.http).json({ error: err.message });"),
  "a server error as the fallback": caught("res.status(err.statusCode || 503).json({ error: err.message });"),
  "a code that is turned into a status": caught("res.status(statusFor[err.code] || 500).json({ error: err.message });"),
};

run(rule, {
  silent: {
    ...Object.fromEntries(Object.entries(secured).map(([name, code]) => [name, { code, ...everything }])),
    "a type": { code: "import express, { Request, Response } from 'express'; express().use((err: ApiError, req: Request, res: Response, next: Function) => { res.status(err.status).json({ error: err.message }); });", filename: "errors.ts", ...everything },
    "a cast": { code: caught("res.status((err as ApiError).status).json({ error: err.message });"), filename: "users.ts", ...everything },
    "an error that was given, by default": errorHandler("res.status(err.status).json({ error: err.message });"),
    "a try that awaits nothing, by default": caught("res.status(err.status).json({ error: err.message });", "res.json(load());"),
    "a code, by default": caught("res.status(err.code).json({ error: err.message });"),
  },
  reports: {
    "no fallback": {
      code: caught("res.status(err.status).json({ error: err.message });"),
      at: "err.status", messageId: "absent",
      cures: [{ ...fallback, output: caught("res.status(err.status ?? 500).json({ error: err.message });") }],
    },
    "no fallback for statusCode": {
      code: caught("res.statusCode = err.statusCode; res.json({ error: err.message });"),
      at: "err.statusCode", messageId: "absent",
      cures: [{ ...fallback, output: caught("res.statusCode = err.statusCode ?? 500; res.json({ error: err.message });") }],
    },
    "an optional member": {
      code: caught("res.status(err?.status).json({ error: err.message });"),
      at: "err?.status", messageId: "absent",
      cures: [{ ...fallback, output: caught("res.status(err?.status ?? 500).json({ error: err.message });") }],
    },
    "an answer that never came": {
      code: caught("res.status(err.response.status).json({ error: err.message });"),
      at: "err.response.status", messageId: "absent",
      cures: [{ ...fallback, output: caught("res.status(err.response?.status ?? 500).json({ error: err.message });") }],
    },
    "a success as the fallback": {
      code: caught("res.status(err.status || 200).json({ error: err.message });"),
      at: "200", messageId: "success",
      cures: [{ ...fallback, output: caught("res.status(err.status || 500).json({ error: err.message });") }],
    },
    "a code": {
      code: caught("res.status(err.code).json({ error: err.message });"),
      at: "err.code", messageId: "code", ...everything,
      cures: [{ ...fallback, messageId: "status", output: caught("res.status(err.status ?? 500).json({ error: err.message });") }],
    },
    "a code with a fallback": {
      code: caught("res.status(err.code || 500).json({ error: err.message });"),
      at: "err.code", messageId: "code", ...everything,
      cures: [{ ...fallback, messageId: "status", output: caught("res.status(err.status || 500).json({ error: err.message });") }],
    },
    "an error that was given": {
      code: errorHandler("res.status(err.status).json({ error: err.message });"),
      at: "err.status", messageId: "absent", ...everything,
      cures: [{ ...fallback, output: errorHandler("res.status(err.status ?? 500).json({ error: err.message });") }],
    },
  },
});
