const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Makes foreign words inert inside `mrkdwn`: the three characters Slack asks for, nothing else. */
export const escapeMrkdwn = (text: string): string =>
  text.replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);

/** A link whose words and address cannot break out of it. */
export const linkOf = (url: string, words: string): string =>
  `<${url.replaceAll("|", "%7C").replaceAll(">", "%3E").replaceAll("<", "%3C")}|${escapeMrkdwn(words).replaceAll("|", "¦")}>`;
