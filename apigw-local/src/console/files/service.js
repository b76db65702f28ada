// Calls of the service: its ordinary operations, and what the console alone reads.

/** An answer that is an error. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function call(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, { ...options, headers: { Accept: "application/json", ...options.headers } });
  } catch {
    throw new Refused(0, "The server does not answer. Start `apigw local` again, then reload.");
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(answer.status, body.message ?? body.Message ?? `The answer has status ${answer.status}.`);
  return body;
}

const part = encodeURIComponent;

/** The items of all pages of a list. */
async function list(path) {
  const items = [];
  let position = "";
  do {
    const page = await call(`${path}${path.includes("?") ? "&" : "?"}limit=500${position && `&position=${part(position)}`}`);
    items.push(...(page.item ?? []));
    position = page.position ?? "";
  } while (position);
  return items;
}

/** All APIs, by name. */
export async function apis() {
  const found = await list("/restapis");
  return found.sort((a, b) => (a.name ?? "").localeCompare(b.name ?? "") || a.id.localeCompare(b.id));
}

/** An API with everything that its views show. */
export async function api(id) {
  const base = `/restapis/${part(id)}`;
  // An API that is not there is reported once.
  const settings = await call(base);
  const [resources, stages, deployments, models, validators, authorizers, findings] = await Promise.all([
    list(`${base}/resources?embed=methods`),
    list(`${base}/stages`),
    list(`${base}/deployments`),
    list(`${base}/models`),
    list(`${base}/requestvalidators`),
    list(`${base}/authorizers`),
    call(`/_apigw/findings/${part(id)}`),
  ]);
  deployments.sort((a, b) => (b.createdDate ?? 0) - (a.createdDate ?? 0));
  return { id, settings, resources, stages, deployments, models, validators, authorizers, findings };
}

/** What a deployment has, or what the API has now. */
export function snapshot(api, deployment) {
  return call(`/_apigw/snapshots/${part(api)}${deployment ? `/${part(deployment)}` : ""}`);
}

/** Runs a method as a test. */
export function test(api, resource, verb, input) {
  const path = `/restapis/${part(api)}/resources/${part(resource)}/methods/${part(verb)}`;
  return call(path, { method: "POST", body: JSON.stringify(input), headers: { "Content-Type": "application/json" } });
}

/** Where a stage answers: under a host name of its own where names lead to this machine, so that pages of an API have not the origin of the console. */
export function stageUrl(api, stage) {
  const isHere = /^(localhost|.*\.localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname);
  if (!isHere) return `${location.origin}/_aws/execute-api/${part(api)}/${part(stage)}`;
  return `${location.protocol}//${part(api)}.execute-api.localhost${location.port && `:${location.port}`}/${part(stage)}`;
}
