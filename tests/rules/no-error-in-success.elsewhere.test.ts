/** Code that looks like an answer with a failure and is none: clients, other frameworks, mocks. */
import { rule } from "../../src/rules/no-error-in-success.ts";
import { run } from "../support/rule-tester.ts";

run(rule, {
  silent: {
    "a response of fetch": `
      const res = await fetch("/users/1");
      const { error } = await res.json();
      if (error) show({ error: "User not found" });
    `,
    "a response of axios": `
      import axios from "axios";
      axios.interceptors.response.use((res) => res, (error) => Promise.reject({ success: false, error: error.message }));
      axios.get("/users/1").then((res) => { if (res.status !== 200) print({ error: "User not found" }); });
    `,
    "a callback of superagent": `
      import agent from "superagent";
      agent.get("/users/1").end((err, res) => {
        if (err) return done({ error: err.message });
        done({ success: false });
      });
    `,
    "a request of supertest": `
      import request from "supertest";
      import express from "express";
      request(app).get("/users/1").expect(200).expect((res) => { res.body = { error: "User not found" }; }).end((err, res) => {
        if (err) throw err;
        done(res.body.success === false ? { success: false } : null);
      });
    `,
    "a response that a client reads": `
      import express from "express";
      function load(req, res) {
        return res.json().then((body) => body.error ?? { error: "User not found" });
      }
    `,
    "a test of a handler": `
      import { expect, it, vi } from "vitest";
      it("answers", () => {
        const res = { status: vi.fn().mockReturnThis(), json: vi.fn() };
        res.json({ error: "User not found" });
        expect(res.json).toHaveBeenCalledWith({ error: "User not found" });
      });
    `,
    "a mocked request": `
      import { rest, setupServer } from "msw";
      setupServer(rest.get("/users/:id", (req, res, ctx) => res(ctx.json({ error: "User not found" }))));
    `,
    "a queue with two parameters": `
      import express from "express";
      queue.process((job, done) => {
        done.json({ error: "Job not found" });
      });
    `,
    "a function that prints": `
      import express from "express";
      function print(report, out) {
        out.send({ success: false, message: "Report not found" });
      }
    `,
    "a reply of Fastify": `
      import Fastify from "fastify";
      Fastify().get("/users/:id", async (request, reply) => {
        reply.code(404);
        return reply.send({ error: "User not found" });
      });
    `,
    "a context of Koa": `
      import Koa from "koa";
      new Koa().use(async (ctx, next) => {
        ctx.status = 404;
        ctx.body = { error: "User not found" };
      });
    `,
    "a context of Hono": `
      import { Hono } from "hono";
      new Hono().get("/users/:id", (c) => c.json({ error: "User not found" }, 404));
    `,
    "a response of another framework by its type": {
      code: `
        import type { FastifyReply, FastifyRequest } from "fastify";
        export default function handler(req: FastifyRequest, res: FastifyReply) {
          res.json({ error: "User not found" });
        }
      `,
      filename: "users.ts",
    },
    "the global Response": {
      code: `
        import express from "express";
        export async function load(req: Request, res: Response) {
          res.json({ error: "User not found" });
        }
      `,
      filename: "load.ts",
    },
    "a framework that the settings forbid": {
      code: `
        import express from "express";
        express().get("/users/:id", (req, res) => { res.json({ error: "User not found" }); });
      `,
      settings: { frameworks: { express: false } },
    },
  },
  reports: {},
});
