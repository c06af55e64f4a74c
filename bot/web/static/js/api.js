// The HTTP calls. Every failure becomes one of three kinds, so that callers needn't guess.

const LIMIT_MS = 30_000;

export class Failure extends Error {
  // kind: "refused" (don't repeat), "later" (repeat after `waitMs`), "gone" (no such session)
  constructor(kind, problem = {}, waitMs = 0) {
    super(problem.detail ?? kind);
    Object.assign(this, { kind, problem, waitMs });
  }
}

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, signal: AbortSignal.timeout(LIMIT_MS) });
  } catch {
    throw new Failure("later"); // no network, or too slow
  }
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  if (response.status === 404) throw new Failure("gone", body);
  if (response.status === 429 || response.status >= 500) {
    throw new Failure("later", body, 1000 * Number(response.headers.get("Retry-After") ?? 0));
  }
  throw new Failure("refused", body);
}

const post = (path, body) =>
  call(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

export const say = (text, id, session) =>
  post("/api/chat", { text, client_message_id: id, ...(session && { session }) });

export const history = (session) => call(`/api/chat/${encodeURIComponent(session)}`);

export const copy = (session) => call(`/api/chat/${encodeURIComponent(session)}/export`);

// Nothing is there any more: as good as deleted.
export const forget = (session) =>
  call(`/api/chat/${encodeURIComponent(session)}`, { method: "DELETE" }).catch((failure) => {
    if (failure.kind !== "gone") throw failure;
  });

export const rate = (session, turn_id, useful, comment) =>
  post("/api/feedback", { session, turn_id, useful, ...(comment && { comment }) });

const within = (session, what, body = {}) => post(`/api/chat/${encodeURIComponent(session)}/${what}`, body);

export const endHandover = (session, how) => within(session, "handover/end", { how });

export const leaveNumber = (session, number) =>
  within(session, "handover/call-back", { number, agreed: true });

export const typing = (session) => within(session, "typing");

export const eventsAddress = (session, after) =>
  `/api/chat/${encodeURIComponent(session)}/events?after=${after}`;
