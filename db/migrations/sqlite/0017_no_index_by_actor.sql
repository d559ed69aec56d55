-- Nothing asks for a person's events; each event named its person twice.
DROP INDEX `events_actor`;