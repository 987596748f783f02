import { expect, test } from "vitest";
import type { Environment } from "../../../src/kernel/product.ts";
import { answerQuestion } from "../../../src/knowledge/answer-question.ts";
import { OURS } from "../support/our-knowledge.ts";

const ask = answerQuestion(OURS);

test.each<[words: string]>([
  ["Can I snapshot our Pro integration before Thursday's prod deploy?"],
  ["Can I snapshot our Pro integration before we push to production?"],
  ["Puis-je prendre un snapshot de notre intégration Pro avant la mise en prod de jeudi ?"],
  ["Peut-on faire un snapshot de l'intégration Pro avant de déployer en production ?"],
  ["Kan jag ta en snapshot av integration på Pro innan produktionssättningen på torsdag?"],
  ["Kan jag ta en snapshot av integration på Pro innan vi släpper till produktion?"],
  ["Mag ik een snapshot maken van Pro integratie voor we naar productie deployen?"],
  ["Mag ik een snapshot maken van Pro integratie vóór de productiereleases?"],
])("where something goes live is not what is asked about: %s", (words) => {
  const { kind, topic, verdicts } = ask({ words });
  expect({ kind, environment: topic.environment, action: topic.action }).toEqual({
    kind: "verdict",
    environment: "integration",
    action: "manual-snapshot",
  });
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(["yes"]);
});

test.each<[words: string, environment: Environment | undefined]>([
  ["On Pro, can I take a snapshot before we push to production?", "production"],
  ["On Pro, can I snapshot production before we push to production?", "production"],
  ["On Pro, can I snapshot integration and production before we deploy?", undefined],
  ["On Pro, can I snapshot integration, then push to production and snapshot it?", undefined],
  ["On Pro, can I restore the integration snapshot to production?", undefined],
  [
    "Peut-on prendre un snapshot de l'intégration et de la production avant de déployer, sur Pro ?",
    undefined,
  ],
  ["Kan ik op Pro integratie en productie snapshotten voordat we live gaan?", undefined],
  ["Kan jag på Pro ta en snapshot av integration och av produktion innan vi går live?", undefined],
])("an environment asked about stays one: %s", (words, environment) => {
  const { topic, verdicts } = ask({ words });
  expect(topic.environment).toBe(environment);
  expect(verdicts.map(({ verdict }) => verdict)).not.toEqual(["yes"]);
});
