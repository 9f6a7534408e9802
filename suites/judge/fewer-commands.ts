import type { Scenario } from '../../generators/sharing/scenario.ts';

/** Leaves out command after command, the last first, as long as `shows` holds; returns how many went. */
export async function fewerCommands(
  scenario: Scenario,
  shows: (fewer: Scenario) => Promise<boolean>,
): Promise<number> {
  let kept = scenario;
  for (let index = kept.commands.length - 1; index >= 0; index -= 1) {
    const fewer = { ...kept, commands: kept.commands.toSpliced(index, 1) };
    if (isGrounded(fewer) && (await shows(fewer))) kept = fewer;
  }
  return scenario.commands.length - kept.commands.length;
}

/** A repository may come into being with its first share: nothing is asked of one before a create. */
function isGrounded({ commands }: Scenario): boolean {
  return commands.every((command, index) =>
    commands
      .slice(0, index + 1)
      .some(({ role, repository }) => role === 'create' && repository === command.repository),
  );
}
