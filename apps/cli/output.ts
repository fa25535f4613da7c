/** What goes to stdout is for whoever asked; all else goes to stderr. */

/** One line of JSON. */
export function printJson(value: object): void {
  print(JSON.stringify(value));
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printError(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A reader that has seen enough (`| head`) ends the command, not the terminal's peace. */
export function endQuietlyWhenUnread(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}
