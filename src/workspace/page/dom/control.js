/**
 * Asks the workspace to do something for a person.
 *
 * @param {string} route such as `say`
 * @param {Record<string, unknown>} body
 * @returns {Promise<any>} the answer; where there was none, one that says so
 */
export async function ask(route, body) {
  try {
    const answer = await fetch(`/_workspace/${route}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return await answer.json();
  } catch {
    return {
      ok: false,
      error: "unreachable",
      text: "The workspace cannot be reached. Is it still running?",
    };
  }
}

/**
 * All that a person's client shows.
 *
 * @param {string} me
 * @returns {Promise<any>}
 */
export async function askState(me) {
  const answer = await fetch(`/_workspace/state?as=${encodeURIComponent(me)}`);
  return answer.json();
}

const EVENTS = [
  "message",
  "update",
  "delete",
  "ephemeral",
  "modal",
  "home",
  "journal",
  "status",
  "assistant",
  "places",
];

/**
 * Listens to what changes; the browser connects again by itself after a loss.
 *
 * @param {string} me
 * @param {{ ready: () => Promise<void>, lost: (refused: boolean) => void, event: (name: string, data: any) => void }} hear
 */
export function listen(me, hear) {
  const stream = new EventSource(`/_workspace/stream?as=${encodeURIComponent(me)}`);
  stream.addEventListener("ready", () => void hear.ready());
  stream.addEventListener("error", () => {
    const refused = stream.readyState === EventSource.CLOSED;
    hear.lost(refused);
    if (!refused) return;
    setTimeout(() => listen(me, hear), 2000);
  });
  for (const name of EVENTS) {
    stream.addEventListener(name, ({ data }) => hear.event(name, JSON.parse(data)));
  }
}
