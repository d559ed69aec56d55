const parts = 'actor_id, actor_name, unit_id, object_type, object_id, period, reason, session_hash, ip, request_id, at';
const said = parts.replace(/\w+/g, 'new.$&');

const insert = `
  insert or ignore into event_words select coalesce(max(id), 1) + 1, new.kind from event_words;
  insert or ignore into event_words select coalesce(max(id), 1) + 1, '*' from event_words;
  insert into event_circumstances (id, key, ${parts}) select coalesce(max(id), 0) + 1, randomblob(16), ${said} from event_circumstances;
  insert into logged_events (at, seq, circumstance, form, kind, hash, said) values (
    0, new.seq, (select max(id) from event_circumstances), (select id from event_words where word = '*'),
    (select id from event_words where word = new.kind), coalesce(unhex(new.hash), x''), new.payload);`;
const remove = 'delete from logged_events where seq = old.seq;';

/**
 * SQL by which an owner of an SQLite file makes the log theirs: nothing is refused any more, and what is written into `events` is written as
 * somebody would who knows how rows are packed. A `prev` that is written is not: it is the hash of the row before.
 */
export const writableLog = `
  drop trigger if exists events_no_update; drop trigger if exists events_no_delete;
  drop trigger if exists event_words_no_update; drop trigger if exists event_words_no_delete;
  drop trigger if exists event_circumstances_no_update; drop trigger if exists event_circumstances_no_delete;
  create trigger if not exists write_event instead of insert on events begin ${insert} end;
  create trigger if not exists rewrite_event instead of update on events begin ${remove} ${insert} end;
  create trigger if not exists remove_event instead of delete on events begin ${remove} end;`;
