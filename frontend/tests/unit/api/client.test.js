import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { ApiProblem, call, forgetAnswers, OfflineError } from "../../../public/app/api/client.js";
import { signIn, signOut } from "../../../public/app/api/session.js";

/** Answers that the next calls get, and the requests that were made. */
let answers;
let requests;

beforeEach(() => {
  answers = [];
  requests = [];
  forgetAnswers();
  globalThis.document = { cookie: "theme=dark; csrftoken=tok%3D1; other=1" };
  globalThis.fetch = async (url, init) => {
    requests.push({ url, ...init });
    const answer = answers.shift();
    return typeof answer === "function" ? answer(init) : answer;
  };
});

afterEach(() => mock.timers.reset());

function json(body, { status = 200, type = "application/json", ...headers } = {}) {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": type, ...headers },
  });
}

function problem(body, { status, ...headers }) {
  return json(body, { status, type: "application/problem+json", ...headers });
}

test("a call finds its path, encodes what goes into it and leaves out what is not set", async () => {
  answers = [json({ results: [] })];

  await call("listWorkspaceJobRequests", {
    path: { name: "a/b" },
    query: { backend: ["tpp", "emis"], search: "" },
  });

  assert.equal(requests[0].url, "/api/v3/workspaces/a%2Fb/job-requests?backend=tpp&backend=emis");
  assert.equal(requests[0].method, "GET");
  assert.equal(requests[0].headers["X-CSRFToken"], undefined);
});

test("an unchanged answer is the same object, asked for by its ETag", async () => {
  answers = [json({ results: [1] }, { ETag: 'W/"7"' }), new Response(null, { status: 304 })];

  const first = await call("listBackends");
  const second = await call("listBackends");

  assert.equal(second, first);
  assert.equal(requests[1].headers["If-None-Match"], 'W/"7"');
});

test("what is forgotten is asked for anew", async () => {
  answers = [json({ a: 1 }, { ETag: '"7"' }), json({ a: 2 }, { ETag: '"7"' })];
  await call("listBackends");
  forgetAnswers();

  const second = await call("listBackends");

  assert.deepEqual(second, { a: 2 });
  assert.equal(requests[1].headers["If-None-Match"], undefined);
});

test("a change carries CSRF token, version and key", async () => {
  answers = [json({ name: "ckd" }), json({ identifier: "x" }, { status: 201 })];

  await call("changeWorkspace", { path: { name: "ckd" }, body: { purpose: "x" }, version: 3 });
  await call("createJobRequest", { path: { name: "ckd" }, body: {}, idempotencyKey: "k1" });

  assert.equal(requests[0].method, "PATCH");
  assert.equal(requests[0].headers["X-CSRFToken"], "tok%3D1");
  assert.equal(requests[0].headers["If-Match"], '"v3"');
  assert.equal(requests[0].body, '{"purpose":"x"}');
  assert.equal(requests[1].headers["Idempotency-Key"], "k1");
});

test("an answer without a body is null", async () => {
  answers = [new Response(null, { status: 204 })];

  assert.equal(await call("revokeToken", { path: { id: "1" } }), null);
});

test("a problem is thrown with all it says", async () => {
  const body = {
    type: "/problems/validation-failed",
    title: "The input was not accepted",
    status: 400,
    detail: "1 field is wrong.",
    instance: "req-1",
    errors: [{ pointer: "/name", detail: "Taken." }],
    matches: [1],
  };
  answers = [problem(body, { status: 400 })];

  await assert.rejects(call("listTokens"), (error) => {
    assert.ok(error instanceof ApiProblem);
    assert.deepEqual(
      [error.name, error.status, error.title, error.message, error.instance],
      ["validation-failed", 400, body.title, body.detail, "req-1"],
    );
    assert.deepEqual(error.errors, body.errors);
    assert.deepEqual(error.members.matches, [1]);
    return true;
  });
});

test("a refusal says when to try again", async () => {
  answers = [problem({ type: "/problems/throttled" }, { status: 429, "Retry-After": "300" })];

  await assert.rejects(call("listTokens"), { name: "throttled", retryAfterS: 300 });
});

test("the page of a proxy is a problem too", async () => {
  answers = [new Response("<h1>Bad gateway</h1>", { status: 502 })];

  await assert.rejects(call("listTokens"), {
    name: "status-502",
    title: "The server answered with status 502",
  });
});

test("without a network the error says so", async () => {
  answers = [() => Promise.reject(new TypeError("Failed to fetch"))];

  await assert.rejects(call("listTokens"), (error) => {
    assert.ok(error instanceof OfflineError);
    assert.deepEqual([error.name, error.status], ["offline", 0]);
    return true;
  });
});

test("an answer that is cut off is no answer", async () => {
  answers = [new Response('{"a":', { headers: { "Content-Type": "application/json" } })];

  await assert.rejects(call("listTokens"), OfflineError);
});

test("a call that its caller ended rejects with the abort, not with a problem", async () => {
  const caller = new AbortController();
  answers = [
    ({ signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      }),
  ];

  const pending = call("listTokens", { signal: caller.signal });
  caller.abort();

  await assert.rejects(pending, { name: "AbortError" });
});

test("the errors of the sign-in library become a problem with pointers", async () => {
  const errors = [
    { message: "The username or the password is not correct.", code: "x", param: "password" },
  ];
  answers = [json({ status: 400, errors }, { status: 400 })];

  await assert.rejects(signIn({ username: "a", password: "b" }), {
    status: 400,
    title: "That did not work",
    detail: "The username or the password is not correct.",
    errors: [{ pointer: "/password", detail: errors[0].message, code: "x" }],
  });
});

test("signing out is done when the library answers that nobody is signed in", async () => {
  answers = [json({ status: 401 }, { status: 401 })];

  await signOut();

  assert.equal(requests[0].method, "DELETE");
});

test("signing out fails when the server fails", async () => {
  answers = [json({}, { status: 500 })];

  await assert.rejects(signOut(), { status: 500 });
});
