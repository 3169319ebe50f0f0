/** Tells the process that started this one what it costs; the memory is the highest since it was asked last. */
export function ready(address) {
  let highest = 0;
  const look = () => (highest = Math.max(highest, process.memoryUsage.rss()));
  setInterval(look, 100).unref();
  process.on('message', () => {
    look();
    const { user, system } = process.cpuUsage();
    process.send({ cpuMicroseconds: user + system, memoryBytes: highest });
    highest = 0;
  });
  process.on('disconnect', () => process.exit(0));
  process.send({ address });
}
