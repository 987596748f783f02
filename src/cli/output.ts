/** Standard output holds results only. */
export const print = (text: string): void => {
  process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
};

export const printJson = (value: unknown): void => {
  print(JSON.stringify(value));
};

/** Something was refused or found faulty: one clear line on standard error, and the exit code that says so. */
export const complain = (text: string, exitCode: 1 | 2 = 1): void => {
  process.stderr.write(`${text}\n`);
  process.exitCode = exitCode;
};

/** Worth knowing beside the results, which stand alone on standard output. */
export const remark = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** The command was called wrongly: exit code 2. */
export class UsageError extends Error {}
