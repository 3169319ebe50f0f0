/** A key for one intention: sent twice it is done once. Plain HTTP has no crypto.randomUUID. */
export function intentionKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
