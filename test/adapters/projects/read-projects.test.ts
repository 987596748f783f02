import { describe, expect, test } from "vitest";
import { projectsFrom } from "../../../src/adapters/projects/projects-from.ts";
import { readProjects } from "../../../src/adapters/projects/read-projects.ts";
import type { SnapshotEngine } from "../../../src/restore/ports.ts";

const TEXT = `
projects:
  - id: shop-eu
    name: Shop EU
    plan: pro
    environments:
      production:
        state: inactive
        directories: { media: data/media, var: /srv/var }
        databases: { shop.sqlite: data/shop.sqlite }
        roles: { admin: [T0LOCAL/U0ANNA] }
      integration:
        engine: restic
`;

const faults = (text: string): string[] => {
  const read = readProjects(text, "/base");
  return read.ok ? [] : read.problem.map(({ at, reason }) => `${at}: ${reason}`);
};
const one = (environment: string, more = "") =>
  `projects: [{ id: a, name: A, plan: pro${more}, environments: { production: ${environment} } }]`;

describe("readProjects()", () => {
  test("reads plans, environments, folders, databases and roles", () => {
    expect(readProjects(TEXT, "/base")).toEqual({
      ok: true,
      value: [
        {
          id: "shop-eu",
          name: "Shop EU",
          product: "commerce-cloud",
          plan: "pro",
          environments: ["integration", "production"],
          sites: [
            {
              name: "integration",
              state: "active",
              engine: "restic",
              directories: [],
              databases: [],
            },
            {
              name: "production",
              state: "inactive",
              engine: "local",
              directories: [
                { name: "media", path: "/base/data/media" },
                { name: "var", path: "/srv/var" },
              ],
              databases: [{ name: "shop.sqlite", path: "/base/data/shop.sqlite" }],
              admins: ["T0LOCAL/U0ANNA"],
            },
          ],
        },
      ],
    });
  });
  test.each<[what: string, text: string, at: string]>([
    ["YAML that is none", "projects: [", "line"],
    ["the same key twice", "projects: []\nprojects: []", "line 2"],
    ["no projects", "other: 1", "projects"],
    ["a plan that is none", one("{ directories: { m: m } }", "x"), "projects.0.plan"],
    [
      "an environment that is none",
      "projects: [{ id: a, name: A, plan: pro, environments: { live: {} } }]",
      "projects.0.environments",
    ],
    [
      "a key nobody knows",
      one("{ directories: { m: m }, folders: {} }"),
      "projects.0.environments.production",
    ],
    [
      "a name that is a path",
      one("{ directories: { ../m: m } }"),
      "projects.0.environments.production.directories",
    ],
    [
      "an id with a slash",
      "projects: [{ id: a/b, name: A, plan: pro, environments: {} }]",
      "projects.0.id",
    ],
    ["the reserved name", one("{ directories: { databases: m } }"), "a.production"],
    ["nothing to protect", one("{}"), "a.production"],
    [
      "an id twice",
      "projects: [{ id: a, name: A, plan: pro, environments: {} }, { id: a, name: B, plan: pro, environments: {} }]",
      "projects",
    ],
  ])("refuses %s and says where", (_what, text, at) => {
    const [fault = "none"] = faults(text);
    expect(fault.slice(0, at.length)).toBe(at);
  });
  test("tells every fault at once", () => {
    expect(faults("projects: [{ id: A, plan: x }]").length).toBeGreaterThanOrEqual(3);
  });
});

describe("projectsFrom()", () => {
  const read = readProjects(TEXT, "/base");
  const local = { id: "local" } as SnapshotEngine;
  const projects = projectsFrom(read.ok ? read.value : [], { local });

  test("gives each environment the engine that is connected for it", () => {
    expect(projects.engineFor("shop-eu", "production")).toBe(local);
    expect(projects.engineFor("shop-eu", "integration")).toBeUndefined();
    expect(projects.engineFor("shop-eu", "staging")).toBeUndefined();
    expect(projects.engineFor("nobody", "staging")).toBeUndefined();
  });
  test("finds and lists what the file says", () => {
    expect(projects.list().map(({ id }) => id)).toEqual(["shop-eu"]);
    expect(projects.find("shop-eu")?.name).toBe("Shop EU");
    expect(projects.find("x")).toBeUndefined();
  });
});
