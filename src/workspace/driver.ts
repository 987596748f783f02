import { textOfBlocks } from "./block-text.ts";
import type { Outcome } from "./control.ts";
import { directChannelOf } from "./default-people.ts";
import type { Driver, Patience, Until, Wanted } from "./driver-types.ts";
import { findElement } from "./elements.ts";
import { textOf } from "./json.ts";
import { dropMessage } from "./messages.ts";
import { choiceIn, demand, homeDriver, idsOf, missing, viewDriver } from "./modal-driver.ts";
import type { Message, View } from "./model.ts";
import { act } from "./person-acts.ts";
import { openHome, runCommand, runShortcut } from "./person-asks.ts";
import { edit, remove, say, toggleReaction } from "./person-says.ts";
import { stackOf } from "./views.ts";
import { findMessage, messagesFor, type World } from "./world.ts";

const HOME_MS = 3_000;

/** Somebody of the workspace, and all they can do. */
export function driverFor(world: World, user: string, until: Until): Driver {
  const channelId = (name: string): string => channelNamed(world, user, name);
  return {
    id: user,
    async say(channel, text, thread) {
      const id = channelId(channel);
      const { ts } = demand(await say(world, user, { channel: id, thread }, text));
      return messageNow(world, id, ts ?? "");
    },
    edit: (message, text) => through(edit(world, user, message, text)),
    remove: (message) => through(remove(world, user, message)),
    react: (message, name) => through(toggleReaction(world, user, message, name)),
    click: (message, actionId, choice) =>
      through(click(world, user, message, { actionId, choice })),
    async command(line, channel = "dm") {
      const id = channelId(channel);
      const { ts } = demand(await runCommand(world, user, id, line));
      return ts === undefined ? undefined : messageNow(world, id, ts);
    },
    shortcut: (callback) => through(runShortcut(world, user, callback)),
    messageShortcut: (message, callback) => through(runShortcut(world, user, callback, message)),
    home: (patience) => visitHome(world, user, until, patience),
    openDm: () => through(openHome(world, user, "messages")),
    async modal(callback, patience) {
      const what = `a modal of ${user}${callback === undefined ? "" : ` "${callback}"`}`;
      const fits = (view: View | undefined) =>
        view !== undefined && (callback === undefined || view.callback === callback)
          ? view
          : undefined;
      const view = await until(() => fits(stackOf(world, user).at(-1)), { what, ...patience });
      return viewDriver(world, user, view);
    },
    modals: () => stackOf(world, user),
    ...readingOf(world, user, until),
    until,
  };
}

const through = async (outcome: Promise<Outcome>): Promise<void> => void demand(await outcome);

/** What a person reads. */
function readingOf(
  world: World,
  user: string,
  until: Until,
): Pick<Driver, "sees" | "reads" | "hears" | "latest" | "reload"> {
  const reads = (channel: string) => messagesFor(world, channelNamed(world, user, channel), user);
  return {
    reads,
    sees: (channel, thread) =>
      reads(channel).filter((one) =>
        thread === undefined
          ? one.thread === undefined || one.broadcast === true
          : one.ts === thread || one.thread === thread,
      ),
    hears: (channel, wanted, { thread, after, ...patience } = {}) =>
      until(
        () =>
          reads(channel).findLast(
            (one) =>
              one.bot !== undefined &&
              (thread === undefined || one.thread === thread) &&
              (after === undefined || Number(one.ts) > Number(after.ts)) &&
              isWanted(one, wanted),
          ),
        { what: `${String(wanted)} in ${channel}`, ...patience },
      ),
    latest: ({ channel, ts }) => findMessage(world, channel, ts),
    reload() {
      const all = [...world.state.messages.values()].flat();
      for (const one of all) if (one.onlyFor === user) dropMessage(world, one);
    },
  };
}

function isWanted(message: Message, wanted: Wanted): boolean {
  if (typeof wanted === "function") return wanted(message);
  const text = `${message.text}\n${textOfBlocks(message.blocks)}`;
  return typeof wanted === "string" ? text.includes(wanted) : wanted.test(text);
}

function channelNamed({ state }: World, user: string, name: string): string {
  if (name === "dm") return directChannelOf(user);
  if (!name.startsWith("#")) return name;
  return [...state.channels.values()].find((one) => `#${one.name}` === name)?.id ?? name;
}

function messageNow(world: World, channel: string, ts: string): Message {
  const message = findMessage(world, channel, ts);
  if (message === undefined) throw missing("message", ts, []);
  return message;
}

type Click = { readonly actionId: string; readonly choice: string | undefined };

async function click(
  world: World,
  user: string,
  { channel, ts }: Message,
  { actionId, choice }: Click,
): Promise<Outcome> {
  const { blocks } = messageNow(world, channel, ts);
  const placed = findElement(blocks, actionId);
  if (placed === undefined) throw missing("control", actionId, idsOf(blocks));
  const value = choice === undefined ? undefined : choiceIn(placed.element, choice);
  return act(world, {
    as: user,
    in: { channel, ts },
    block: textOf(placed.block["block_id"]),
    action: actionId,
    ...(value !== undefined && { value }),
  });
}

/** Opens the Home and waits for a fresh one; an app that publishes none leaves the old one. */
async function visitHome(world: World, user: string, until: Until, patience: Patience = {}) {
  const before = world.state.homes.get(user);
  demand(await openHome(world, user, "home"));
  const fresh = () => {
    const home = world.state.homes.get(user);
    return home !== undefined && home.hash !== before?.hash ? home : undefined;
  };
  const what = `the Home of ${user}`;
  const home = await until(fresh, { what, timeoutMs: HOME_MS, ...patience }).catch(
    (error: unknown) => {
      if (before === undefined) throw error;
      return before;
    },
  );
  return homeDriver(world, user, home);
}
