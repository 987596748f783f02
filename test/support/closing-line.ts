import type { Reporter, TestModule } from "vitest/node";

/** Ends every run with one plain line that says how many tests passed, failed and were skipped. */
class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== "pending") count[state] += 1;
      }
    }
    // After the default reporter, which writes its own summary when the process goes idle.
    process.once("exit", () => {
      const { passed, failed, skipped } = count;
      process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
    });
  }
}

export default ClosingLine;
