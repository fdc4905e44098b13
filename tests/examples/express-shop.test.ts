import { createHmac } from "node:crypto";
import { once } from "node:events";
import type { RequestListener, Server } from "node:http";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

// The example is only worth linting while its mistakes are real ones: this is what the shop answers today.

const app = createRequire(import.meta.url)("../../examples/express-shop/app.js") as RequestListener;

/** The fields that a test goes on with. */
interface Content {
  id: string;
  token: string;
  product: { id: string };
  products: [{ id: string }];
}

interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** What `text` says, if it is JSON. */
  json: Content;
}

let server: Server;
let admin: string;
let customer: string;

async function ask(
  method: string,
  path: string,
  { token, body, headers }: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json");
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
}

async function login(email: string, password: string): Promise<string> {
  return (await ask("POST", "/users/login", { body: { email, password } })).json.token;
}

async function register(email: string): Promise<string> {
  await ask("POST", "/users", { body: { email, password: "secret" } });
  return login(email, "secret");
}

async function order(): Promise<string> {
  const body = { items: [{ sku: "teapot" }, { sku: "kettle" }] };
  return `/orders/${(await ask("POST", "/orders", { token: customer, body })).json.id}`;
}

async function firstProduct(): Promise<string> {
  return `/products/${(await ask("GET", "/products")).json.products[0].id}`;
}

function pay(event: object, secret = "for local use only"): Promise<Answer> {
  const body = JSON.stringify(event);
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  return ask("POST", "/webhooks/payments", { body, headers: { "x-payments-signature": signature } });
}

beforeAll(async () => {
  // The shop logs the errors that it answers.
  vi.spyOn(console, "error").mockImplementation(() => {});
  server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  admin = await login("admin@shop.example", "admin");
  customer = await register("customer@shop.example");
});

afterAll(() => {
  server.close();
  vi.restoreAllMocks();
});

describe("answers a failure with 200", () => {
  it.each<[what: string, answer: () => Promise<Answer>, content: object]>([
    ["an unknown product", () => ask("GET", "/products/0"), { success: false, message: "Product not found" }],
    ["an unknown user", () => ask("GET", "/users/0", { token: admin }), { error: "User not found" }],
    [
      "a caught error",
      () => ask("POST", "/products", { token: admin, body: { name: "Mug" } }),
      { success: false, message: "`price` is required" },
    ],
    [
      "a wrong password",
      () => ask("POST", "/users/login", { body: { email: "admin@shop.example", password: "guess" } }),
      { success: false, message: "Wrong e-mail or password" },
    ],
    ["a missing token", () => ask("GET", "/orders"), { success: false, message: "No token provided" }],
    ["an unknown path", () => ask("GET", "/nowhere"), { success: false, message: "Cannot find /nowhere" }],
    [
      "an error that reaches the error handler",
      () => ask("POST", "/users", { body: "{" }),
      { success: false, message: expect.stringContaining("JSON") },
    ],
  ])("%s", async (_, answer, content) => {
    const { status, json } = await answer();
    expect(status).toBe(200);
    expect(json).toEqual(content);
  });
});

describe("answers 200 where something was created", () => {
  it.each<[what: string, answer: () => Promise<Answer>, content: object]>([
    [
      "a product",
      () => ask("POST", "/products", { token: admin, body: { name: "Mug", price: 9 } }),
      { success: true, product: { name: "Mug" } },
    ],
    [
      "a review",
      async () => ask("POST", `${await firstProduct()}/reviews`, { token: customer, body: { text: "Pours well" } }),
      { text: "Pours well" },
    ],
    [
      "an order",
      () => ask("POST", "/orders", { token: customer, body: { items: [{ sku: "teapot" }] } }),
      { status: "open" },
    ],
    [
      "a user",
      () => ask("POST", "/users", { body: { email: "new@shop.example", password: "secret" } }),
      { email: "new@shop.example" },
    ],
  ])("%s", async (_, answer, content) => {
    const { status, json } = await answer();
    expect(status).toBe(200);
    expect(json).toMatchObject(content);
    expect(json).not.toHaveProperty("password");
  });
});

it("answers 201 where nothing was created", async () => {
  expect(await ask("GET", "/orders", { token: customer })).toMatchObject({ status: 201, json: expect.any(Array) });
});

describe("answers 200 where nothing is left to say", () => {
  it("after an order was deleted", async () => {
    expect(await ask("DELETE", await order(), { token: customer })).toMatchObject({ status: 200, text: "" });
  });

  it("after an item was deleted, with the word OK", async () => {
    expect(await ask("DELETE", `${await order()}/items/teapot`, { token: customer })).toMatchObject({
      status: 200,
      text: "OK",
    });
  });

  it("after an account was deleted, with an acknowledgement", async () => {
    const token = await register("leaving@shop.example");
    expect(await ask("DELETE", "/users/me", { token })).toMatchObject({
      status: 200,
      json: { success: true, message: "Account deleted" },
    });
  });
});

describe("answers a status that asks for more or for another", () => {
  it("429 without Retry-After", async () => {
    const attempt = () => ask("POST", "/users/login", { body: { email: "nobody@shop.example", password: "guess" } });
    for (let attempts = 0; attempts < 5; attempts += 1) await attempt();
    const { status, headers } = await attempt();
    expect(status).toBe(429);
    expect(headers.has("retry-after")).toBe(false);
  });

  it("204 with content, which Express drops", async () => {
    const answer = await ask("PATCH", await order(), { token: customer, body: { note: "Ring twice" } });
    expect(answer).toMatchObject({ status: 204, text: "" });
  });

  it("400 without a word about what was wrong", async () => {
    expect(await ask("POST", "/orders", { token: customer, body: {} })).toMatchObject({ status: 400, text: "" });
  });

  it("400 for a duplicate", async () => {
    const body = { email: "customer@shop.example", password: "secret" };
    expect(await ask("POST", "/users", { body })).toMatchObject({ status: 400 });
  });

  it("500 for a coupon without its code, 400 for one that exists", async () => {
    const body = { code: "TEA10", discount: 10, until: Date.now() - 1 };
    expect(await ask("POST", "/coupons", { token: admin, body: {} })).toMatchObject({ status: 500 });
    expect(await ask("POST", "/coupons", { token: admin, body })).toMatchObject({ status: 201 });
    expect(await ask("POST", "/coupons", { token: admin, body })).toMatchObject({ status: 400 });
    expect(await ask("GET", "/coupons/TEA10")).toMatchObject({ status: 420 });
  });

  it("400 for a coupon that is missing, and 403 for who asks too often", async () => {
    for (let attempts = 0; attempts < 5; attempts += 1) expect(await ask("GET", "/coupons/0")).toMatchObject({ status: 400 });
    expect(await ask("GET", "/coupons/0")).toMatchObject({ status: 403 });
  });

  it("400 and a bare 405 for methods that are refused", async () => {
    expect(await ask("PUT", "/coupons")).toMatchObject({ status: 400 });
    const { status, headers } = await ask("PUT", "/coupons/0");
    expect(status).toBe(405);
    expect(headers.has("allow")).toBe(false);
  });

  it("a redirect that nobody follows", async () => {
    const { status, headers } = await ask("GET", "/coupons/code/TEA10");
    expect(status).toBe(200);
    expect(headers.get("location")).toBe("/coupons/TEA10");
  });

  it("403 for an unknown caller, 401 for a known one", async () => {
    expect(await ask("GET", "/orders", { token: "stale" })).toMatchObject({ status: 403 });
    expect(await ask("GET", "/users/0", { token: customer })).toMatchObject({ status: 401 });
    expect(await ask("GET", await order(), { token: admin })).toMatchObject({ status: 401 });
  });
});

describe("answers rightly", () => {
  it("200 to a webhook whose event it ignores, so that it is not sent again", async () => {
    expect(await pay({ type: "invoice.created" })).toMatchObject({ status: 200, json: { received: true } });
    expect(await pay({ type: "payment.succeeded", order: "0" })).toMatchObject({
      status: 200,
      json: { success: false, message: "Order not found, ignored" },
    });
  });

  it("400 to a webhook that is not signed", async () => {
    expect(await pay({ type: "payment.succeeded" }, "another secret")).toMatchObject({ status: 400 });
  });

  it("409 when a paid order is to be cancelled", async () => {
    const [paid, open] = [await order(), await order()];
    await pay({ type: "payment.succeeded", order: paid.replace("/orders/", "") });
    expect(await ask("POST", `${paid}/cancel`, { token: customer })).toMatchObject({ status: 409 });
    expect(await ask("POST", `${open}/cancel`, { token: customer })).toMatchObject({
      status: 200,
      json: { status: "cancelled" },
    });
  });

  it("200 with the outcome of each row of an import", async () => {
    const body = [{ name: "Cup", price: 4 }, { name: "Saucer" }];
    expect(await ask("POST", "/products/import", { token: admin, body })).toMatchObject({
      status: 200,
      json: { success: false, imported: [{ name: "Cup" }], errors: [{ message: "`price` is required" }] },
    });
  });

  it("201 and the place of a new address", async () => {
    const body = { street: "High Street 1", city: "Bath" };
    const { status, headers, json } = await ask("POST", "/users/me/addresses", { token: customer, body });
    expect(status).toBe(201);
    expect(await ask("GET", headers.get("location")!, { token: customer })).toMatchObject({ status: 200, json });
  });

  it("204 after a logout and a deleted review", async () => {
    const token = await register("visitor@shop.example");
    expect(await ask("POST", "/users/logout", { token })).toMatchObject({ status: 204, text: "" });

    const reviews = `${await firstProduct()}/reviews`;
    const { json } = await ask("POST", reviews, { token: customer, body: { text: "Drips" } });
    expect(await ask("DELETE", `${reviews}/${json.id}`, { token: admin })).toMatchObject({ status: 204, text: "" });
    expect(await ask("DELETE", `${reviews}/${json.id}`, { token: admin })).toMatchObject({ status: 404 });
  });

  it("200 with the product that was changed or deleted, 404 without one", async () => {
    const body = { name: "Tray", price: 12 };
    const { json } = await ask("POST", "/products", { token: admin, body });
    const path = `/products/${json.product.id}`;
    const product = { name: "Tray", price: 10 };
    expect(await ask("PUT", path, { token: admin, body: { price: 10 } })).toMatchObject({
      status: 200,
      json: { product },
    });
    expect(await ask("DELETE", path, { token: admin })).toMatchObject({ status: 200, json: { product } });
    expect(await ask("DELETE", path, { token: admin })).toMatchObject({ status: 404 });
  });

  it("200 when it is in health", async () => {
    expect(await ask("GET", "/health/live")).toMatchObject({ status: 200 });
    expect(await ask("GET", "/health/ready")).toMatchObject({ status: 200, json: { status: "ok", error: null } });
  });
});
