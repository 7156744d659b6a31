-- How much of a rate somebody has used, by a hash of what is counted and whose it is: the instant up to which it is used up, in
-- microseconds since 1970. Every replica counts here. Unlogged: a count needs no disk, and after a crash everybody begins anew.
-- With SQLite one program serves and counts in memory.
CREATE UNLOGGED TABLE shared_rate (
  key_hash TEXT PRIMARY KEY,
  used_until BIGINT NOT NULL
);
