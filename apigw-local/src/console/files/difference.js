// What differs between two snapshots of an API.

/** What has a name of its own in each snapshot, so that a difference of it says nothing. */
const OWN = ["id", "createdDate", "resourceMethods", "parentId", "rootResourceId"];

/** A value as text, member by member. */
function flat(value, path, found) {
  if (value === null || value === undefined) return;
  if (typeof value !== "object") {
    found.set(path, String(value));
  } else if (Array.isArray(value)) {
    if (value.length > 0) found.set(path, value.map((item) => (typeof item === "object" ? JSON.stringify(item) : item)).join("\n"));
  } else {
    for (const key of Object.keys(value).sort()) {
      const step = /^[\w-]+$/.test(key) ? `${path && "."}${key}` : `["${key}"]`;
      flat(value[key], path + step, found);
    }
  }
}

/** The members that differ between two values: path, before and after. */
export function changes(before, after) {
  const [old, now] = [new Map(), new Map()];
  flat(before, "", old);
  flat(after, "", now);
  const paths = [...new Set([...old.keys(), ...now.keys()])].sort();
  return paths.filter((path) => old.get(path) !== now.get(path)).map((path) => ({ path, before: old.get(path), after: now.get(path) }));
}

function without(object) {
  return Object.fromEntries(Object.entries(object ?? {}).filter(([name]) => !OWN.includes(name)));
}

/** The methods of a snapshot by path and verb. */
function methods(snapshot) {
  const found = new Map();
  for (const resource of Object.values(snapshot.resources ?? {})) {
    for (const [verb, method] of Object.entries(resource.resourceMethods ?? {})) found.set(`${resource.path}\n${verb}`, method);
  }
  return found;
}

/** The objects of a kind in two snapshots by their names; those that share one by their identifiers too. */
function others(snapshots, kind) {
  const all = snapshots.map((snapshot) => Object.entries(snapshot[kind] ?? {}).map(([key, object]) => [object.path ?? object.name ?? object.responseType ?? key, key, object]));
  const isRepeated = ([name], index, entries) => entries.findIndex(([other]) => other === name) !== index;
  const shared = new Set(all.flatMap((entries) => entries.filter(isRepeated)).map(([name]) => name));
  return all.map((entries) => new Map(entries.map(([name, key, object]) => [shared.has(name) ? `${name} (${key})` : name, without(object)])));
}

/** The resources that only one snapshot has, and that have no methods there: of the others, the methods differ. */
function bare(snapshots) {
  const isBare = (path) => snapshots.every((snapshot) => Object.values(snapshot.resources ?? {}).every((one) => one.path !== path || Object.keys(one.resourceMethods ?? {}).length === 0));
  return compare(...others(snapshots, "resources")).differ.filter((one) => isBare(one.key));
}

function compare(before, after) {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  const states = keys.map((key) => {
    if (!before.has(key)) return { key, state: "added", changes: changes({}, after.get(key)) };
    if (!after.has(key)) return { key, state: "removed", changes: changes(before.get(key), {}) };
    return { key, state: "changed", changes: changes(before.get(key), after.get(key)) };
  });
  return { same: states.filter((one) => one.state === "changed" && one.changes.length === 0).length, differ: states.filter((one) => one.state !== "changed" || one.changes.length > 0) };
}

/** The methods that differ, and what else does. */
export function difference(before, after) {
  const { same, differ } = compare(methods(before), methods(after));
  const kinds = [["Models", "models"], ["Request validators", "validators"], ["Authorizers", "authorizers"], ["Gateway responses", "responses"]];
  const rest = kinds.map(([title, kind]) => ({ title, differ: compare(...others([before, after], kind)).differ }));
  rest.unshift({ title: "Resources", differ: bare([before, after]) });
  const settings = changes(without(before.settings), without(after.settings));
  if (settings.length > 0) rest.push({ title: "Settings of the API", differ: [{ key: "API", state: "changed", changes: settings }] });
  return { same, methods: differ.map((one) => ({ ...one, path: one.key.split("\n")[0], verb: one.key.split("\n")[1] })), rest: rest.filter((one) => one.differ.length > 0) };
}

/** The lines of two texts, of which one may be absent, each kept, removed or added, by their longest common sequence. */
export function lineDifference(before, after) {
  const [a, b] = [before, after].map((text) => text?.split("\n") ?? []);
  // A table of this size is made at once; longer texts are shown one after the other.
  if (a.length * b.length > 250000) return [...a.map((text) => ["removed", text]), ...b.map((text) => ["added", text])];
  const longest = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) longest[i][j] = a[i] === b[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
  }
  const found = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      found.push(["kept", a[i]]);
      i++, j++;
    } else if (i < a.length && (j === b.length || longest[i + 1][j] >= longest[i][j + 1])) found.push(["removed", a[i++]]);
    else found.push(["added", b[j++]]);
  }
  return found;
}
