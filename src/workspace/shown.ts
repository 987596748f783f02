import type { ChannelShown, ControlState, MessageShown, ViewShown } from "./control.ts";
import { APP, BOT_USER, directChannelOf } from "./default-people.ts";
import { chosenOf, fieldsOf } from "./fields.ts";
import type { Channel, Message, View } from "./model.ts";
import { botNameOf, repliesOf } from "./shapes.ts";
import { stackOf } from "./views.ts";
import { canSee, messagesFor, type World } from "./world.ts";

/** A message as a client shows it. */
export function shownMessage(world: World, message: Message): MessageShown {
  const all = world.state.messages.get(message.channel) ?? [];
  return {
    ...message,
    replies: message.thread === undefined ? repliesOf(all, message.ts).length : 0,
    ephemeral: message.onlyFor !== undefined,
    isBot: message.bot !== undefined,
  };
}

/** A view as its person sees it. */
const shownView = (world: World, view: View): ViewShown => ({
  id: view.id,
  hash: view.hash,
  kind: view.kind,
  callback: view.callback,
  title: view.title,
  submit: view.submit,
  close: view.close,
  blocks: view.blocks,
  values: fieldsOf(view.state),
  chosen: chosenOf(view.state),
  errors: world.state.errors.get(view.id) ?? {},
});

/** A person's modals, lowest first. */
export const shownModals = (world: World, user: string): readonly ViewShown[] =>
  stackOf(world, user).map((one) => shownView(world, one));

/** A person's Home, or null. */
export function shownHome(world: World, user: string): ViewShown | null {
  const home = world.state.homes.get(user);
  return home === undefined ? null : shownView(world, home);
}

/** The channels a person can look into, their direct conversation last. */
export const channelsOf = ({ state }: World, user: string): readonly Channel[] =>
  [...state.channels.values()].filter((one) => canSee(one, user));

/** The same, as a client lists them. */
export const shownChannels = (world: World, user: string): readonly ChannelShown[] =>
  channelsOf(world, user).map(({ members, ...channel }) => {
    const since = world.state.read.get(`${user}:${channel.id}`) ?? 0;
    const isNews = (one: Message) => Number(one.ts) > since && one.user !== user;
    const unread = messagesFor(world, channel.id, user).filter(isNews).length;
    return Object.assign(channel, { members: [...members], unread });
  });

const JOURNAL_SHOWN = 200;
const MESSAGES_SHOWN = 500;

const shownMessages = (world: World, channel: string, user: string): readonly MessageShown[] =>
  messagesFor(world, channel, user)
    .slice(-MESSAGES_SHOWN)
    .map((one) => shownMessage(world, one));

/** All that one person's client shows. Undefined where nobody has the id. */
export function controlState(
  world: World,
  user: string,
  transport: "socket" | "http",
  sockets: number,
): ControlState | undefined {
  const { state, manifest, journal, faults, clock } = world;
  const me = state.people.get(user);
  if (me === undefined) return undefined;
  const channels = shownChannels(world, user);
  return {
    me,
    people: [...state.people.values()],
    groups: [...state.groups.values()],
    channels,
    messages: Object.fromEntries(channels.map(({ id }) => [id, shownMessages(world, id, user)])),
    modals: shownModals(world, user),
    home: shownHome(world, user),
    app: {
      id: APP,
      name: manifest.display_information.name,
      botUser: BOT_USER,
      botName: botNameOf(world),
    },
    commands: manifest.features?.slash_commands ?? [],
    shortcuts: manifest.features?.shortcuts ?? [],
    ...shownAssistant(world, user),
    journal: journal.entries().slice(-JOURNAL_SHOWN),
    faults: faults.armed(),
    sockets,
    transport,
    now: clock.now(),
  };
}

/** Prompts and status lines. */
export const shownAssistant = (
  { state }: World,
  user: string,
): Pick<ControlState, "prompts" | "statuses"> => ({
  prompts: state.prompts.get(directChannelOf(user)) ?? [],
  statuses: Object.fromEntries(state.statuses),
});
