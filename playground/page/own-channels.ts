/** A channel at whichever messenger, as somebody of the page has one. */
interface PostedTo<Owner> {
  promotesBot(by: Owner): Promise<void>;
  posts(text: string): Promise<unknown>;
}

/** What one needs to post in a channel of one's own: it is opened, and the bot made an administrator, with the first post. */
export function ownChannels<Owner extends { name: string }>(
  open: (title: string) => PostedTo<Owner>,
): (owner: Owner, text: string) => Promise<void> {
  const channels = new Map<Owner, PostedTo<Owner>>();
  return async (owner, text) => {
    const known = channels.get(owner);
    const channel = known ?? open(`${owner.name} · афиша`);
    channels.set(owner, channel);
    if (known === undefined) await channel.promotesBot(owner);
    await channel.posts(text);
  };
}
