import type { AskedQuestion } from "../../desk/asked-question.ts";
import type { TicketStore } from "../../desk/ports.ts";
import type { PersonId } from "../../kernel/ids.ts";
import type { Answer, Asked } from "../../knowledge/answer.ts";
import type { Project, Projects } from "../../restore/ports.ts";
import { isRestore } from "../desk/kinds-of-ticket.ts";
import type { People } from "../identity/people.ts";
import type { KnowledgeDoor } from "./knowledge-door.ts";

/** An answer whose plan was not said, but is that of a project the asker is known for. */
export type ProjectAnswer = Answer & { readonly planOf?: string };

type Needs = {
  readonly knowledge: Pick<KnowledgeDoor, "answer">;
  readonly projects: Pick<Projects, "find" | "list">;
  readonly tickets: Pick<TicketStore, "list">;
  readonly people: Pick<People, "rightsOf">;
};

type Question = {
  readonly person: PersonId;
  readonly thread: readonly Pick<AskedQuestion, "words">[];
  readonly asked: Asked;
};

/** Answers a question; where only the plan is missing, with that of the project it can only be about. */
export async function answerForProject(needs: Needs, question: Question): Promise<ProjectAnswer> {
  const { knowledge } = needs;
  const { asked } = question;
  const answer = knowledge.answer(asked);
  if (answer.kind !== "ask-back" || answer.askBack?.[0] !== "plan") return answer;
  const project =
    onlyProject(needs, question.person) ??
    projectNamed(needs, question) ??
    (await projectAskedFor(needs, question.person));
  if (project === undefined || project.product !== "commerce-cloud") return answer;
  const { plan, name } = project;
  const settled = knowledge.answer({ ...asked, known: { ...asked.known, plan } });
  return settled.kind === "ask-back" ? answer : { ...settled, planOf: name };
}

/** Where the desk knows one project alone, a member can ask about no other. Strangers are not told its name. */
function onlyProject({ projects, people }: Needs, person: PersonId): Project | undefined {
  const [project, ...others] = projects.list();
  return others.length > 0 || people.rightsOf(person).foreign ? undefined : project;
}

/** The one project that the words name, or else the thread before them. */
function projectNamed({ projects }: Needs, { asked, thread }: Question): Project | undefined {
  for (const words of [asked.words, thread.map((one) => one.words).join(" ")]) {
    const said = ` ${words.toLowerCase().replaceAll(/[^\p{L}\p{N}-]+/gu, " ")} `;
    const named = projects
      .list()
      .filter(({ id, name }) => [id, name].some((one) => said.includes(` ${one.toLowerCase()} `)));
    if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  }
  return undefined;
}

const LOOKED_AT = 20;

/** The project of all the restores a person has asked for, if it is one. */
async function projectAskedFor(
  { projects, tickets }: Needs,
  requester: PersonId,
): Promise<Project | undefined> {
  const theirs = await tickets.list({ kind: "restore", requester, limit: LOOKED_AT });
  const [id, ...others] = new Set(
    theirs.filter(isRestore).map((ticket) => ticket.case.request.project),
  );
  return id === undefined || others.length > 0 ? undefined : projects.find(id);
}
