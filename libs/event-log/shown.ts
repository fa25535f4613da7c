/** A connection string as it may be shown: its protocol and its hosts, and nothing that may be of a user, a password or an option. */

const PROTOCOL = /^[^:/?@]+:\/\//;
/** A question mark that is not followed by an option's name may be a password's. */
const OPTIONS = /\?[A-Za-z]+=.*$/s;
/** What follows a colon and is no port may be the password of somebody who has forgotten the host. */
const HOST = /^(?:\[[^\]]*\]|[^:]*)(?::\d*)?$/;

/** What is no connection string, such as a directory, is shown as it is. */
export function shownOf(location: string): string {
  const url = location.trim();
  const [protocol] = PROTOCOL.exec(url) ?? [];
  if (protocol === undefined) return location;
  const whole = url.slice(protocol.length);
  const credentialsEnd = whole.lastIndexOf('@') + 1;
  // What comes before the sign may be options with a sign among them, or a password that looks like options.
  if (credentialsEnd > whole.replace(OPTIONS, '').length) return `${protocol}...`;
  const [hosts = ''] = whole.slice(credentialsEnd).split(/[/?]/);
  return hosts.split(',').every((host) => HOST.test(host)) ? `${protocol}${hosts}` : `${protocol}...`;
}
